package in.sauda.core.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/// Why the database file did not open, told by H2's error codes.
enum OpenFailure {
    /// Another process holds the file.
    LOCKED,
    /// The file is not one H2 can read.
    CORRUPT,
    /// Disk full, no permission and the like: the file itself may be fine, so it must stay where it is.
    OTHER;

    private static final Set<Integer> CORRUPTION = Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1);
    private static final Set<Integer> STORE_CORRUPTION = Set.of(
            DataUtils.ERROR_FILE_CORRUPT,
            DataUtils.ERROR_UNSUPPORTED_FORMAT,
            DataUtils.ERROR_CHUNK_NOT_FOUND,
            DataUtils.ERROR_BLOCK_NOT_FOUND,
            DataUtils.ERROR_SERIALIZATION);

    static OpenFailure of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            OpenFailure kind = kind(cause);
            if (kind != OTHER) {
                return kind;
            }
        }
        return OTHER;
    }

    private static OpenFailure kind(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                    ? LOCKED
                    : corruptIf(CORRUPTION.contains(sql.getErrorCode()));
        }
        if (cause instanceof MVStoreException store) {
            return store.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? LOCKED
                    : corruptIf(STORE_CORRUPTION.contains(store.getErrorCode()));
        }
        return OTHER;
    }

    private static OpenFailure corruptIf(boolean corrupt) {
        return corrupt ? CORRUPT : OTHER;
    }

    static StorageException locked(Path folder, Throwable cause) {
        return new StorageException(
                "Another Sauda is already using the folder " + folder.getParent() + ".",
                "Close the other one, or choose another folder with --home.",
                cause);
    }

    static StorageException other(Path folder, Throwable cause) {
        return new StorageException(
                "The database in " + folder + " could not be opened: " + cause.getMessage() + ".",
                "Check free space and permissions of that folder, then start again.",
                cause);
    }
}
