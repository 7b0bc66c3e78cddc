package in.sauda.app.depth;

/// One level of one side as text, with the length of its bar.
///
/// @param share quantity over the largest quantity shown, 0..1
public record DepthLevel(String price, String quantity, String orders, double share) {
    public static final DepthLevel EMPTY = new DepthLevel("–", "–", "–", 0);
}
