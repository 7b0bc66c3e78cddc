package in.sauda.broker.upstox.stream;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import in.sauda.broker.upstox.wire.FeedProto.FeedResponse;
import in.sauda.core.broker.FrameInspector;
import in.sauda.core.broker.MalformedFrameException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every field that is on the wire, under the schema's names, for people and tools. Only {@code type} and {@code
/// requestMode} are also shown when absent, because absence is a value of theirs: initial_feed and ltpc.
public final class UpstoxFeedInspector implements FrameInspector {
    @Override
    public Map<String, Object> inspect(byte[] frame) throws MalformedFrameException {
        if (frame.length == 0) {
            throw new MalformedFrameException("an empty frame", 0);
        }
        CodedInputStream in = CodedInputStream.newInstance(frame);
        try {
            FeedResponse response = FeedResponse.parseFrom(in);
            if (!in.isAtEnd()
                    || response.getSerializedSize()
                            == response.getUnknownFields().getSerializedSize()) {
                throw new MalformedFrameException("not a message of the feed", 0);
            }
            return fields(response);
        } catch (IOException malformed) {
            throw new MalformedFrameException(
                    "not a message of the feed: " + malformed.getMessage(), in.getTotalBytesRead());
        }
    }

    private static Map<String, Object> fields(Message message) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            boolean meaningfulWhenAbsent =
                    field.getName().equals("type") || field.getName().equals("requestMode");
            boolean present = field.isRepeated() ? message.getRepeatedFieldCount(field) > 0 : message.hasField(field);
            if (present || meaningfulWhenAbsent) {
                values.put(field.getName(), value(field, message.getField(field)));
            }
        }
        return values;
    }

    private static Object value(FieldDescriptor field, Object value) {
        if (field.isMapField()) {
            Map<String, Object> entries = new LinkedHashMap<>();
            for (Object entry : (List<?>) value) {
                MapEntry<?, ?> pair = (MapEntry<?, ?>) entry;
                entries.put(String.valueOf(pair.getKey()), mapValue(field, pair));
            }
            return entries;
        }
        if (field.isRepeated()) {
            List<Object> values = new ArrayList<>();
            ((List<?>) value).forEach(one -> values.add(single(one)));
            return values;
        }
        return single(value);
    }

    private static Object mapValue(FieldDescriptor field, MapEntry<?, ?> pair) {
        FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
        return single(pair.getField(value));
    }

    private static Object single(Object value) {
        return switch (value) {
            case Message message -> fields(message);
            // A value that later versions of the schema name is shown as its number.
            case EnumValueDescriptor named ->
                named.getType().findValueByNumber(named.getNumber()) == null
                        ? (Object) named.getNumber()
                        : named.getName();
            default -> value;
        };
    }
}
