package io.github.iremote.disk;

import io.github.iremote.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/**
 * Opens the program's own files. Their directory may belong to another user than the one who runs
 * it, root above all: no link is followed, and nothing opened that would not be a plain file.
 */
public final class OwnFile {
  private static final long LARGEST = 4 << 20;

  private static final Set<OpenOption> CREATED =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);

  /** A file that the program cannot have written. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("it is larger than 4 MB");
    }
  }

  /** All that is in the file. */
  public static byte[] read(Path file) throws IOException {
    long size = requirePlain(file).size();
    if (size > LARGEST) {
      throw new TooLarge();
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), LARGEST));
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        continue;
      }
      return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
    }
  }

  /**
   * Makes the file, which must not be there: for its owner alone, whom its directory belongs to.
   */
  public static FileChannel create(Path file) throws IOException {
    Handover handover = Handover.in(file.getParent());
    FileChannel channel = FileChannel.open(file, CREATED, ownersAlone(file));
    handover.give(file);
    return channel;
  }

  /** Opens the file to hold on to it, and makes it first if it is not there. */
  public static FileChannel hold(Path file) throws IOException {
    try {
      requirePlain(file);
    } catch (NoSuchFileException e) {
      try {
        return create(file);
      } catch (FileAlreadyExistsException made) {
        return hold(file); // by another run just now
      }
    }
    // for reading, too: should it have become a pipe meanwhile, this does not wait for its end
    return FileChannel.open(
        file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  /** Opens the file to be read from its start, however large it is. */
  public static InputStream stream(Path file) throws IOException {
    return Channels.newInputStream(channel(file));
  }

  /** To be read from anywhere in it. */
  public static FileChannel channel(Path file) throws IOException {
    requirePlain(file);
    return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }

  /** Opens a file that the user has named, to be written anew; made for its owner alone. */
  public static FileChannel named(Path file) throws IOException {
    Set<OpenOption> anew =
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    return FileChannel.open(file, anew, ownersAlone(file));
  }

  /** Makes a folder for files of ours, if it is not there: for its owner alone. */
  public static void makeFolder(Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new Failure.BadConfig(folder + " is not a folder: check who has put it there");
      }
      return;
    }
    Handover handover = Handover.in(folder.toAbsolutePath().getParent());
    try {
      Files.createDirectory(folder, attributes(folder, "rwx------"));
    } catch (FileAlreadyExistsException e) {
      return; // made by another run just now
    }
    DirectoryStream<Path> open = Files.newDirectoryStream(folder); // its handle is given away
    try {
      handover.give(folder);
    } finally {
      open.close();
    }
  }

  /**
   * Looks at what is there, and does not open it.
   *
   * @throws NoSuchFileException if there is nothing
   * @throws Failure.BadConfig if it is a link, a pipe, a directory or the like
   */
  public static BasicFileAttributes requirePlain(Path file) throws IOException {
    BasicFileAttributes found =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!found.isRegularFile()) {
      throw new Failure.BadConfig(
          file
              + (found.isSymbolicLink()
                  ? " is a link, and iRemote follows none"
                  : " is not a plain file")
              + ": check who has put it there, and remove it");
    }
    return found;
  }

  /**
   * The same for a file that its owner may keep elsewhere: a link is followed if nobody but who
   * runs the program can have put it there.
   */
  public static void requireReadable(Path file) throws IOException {
    boolean followed =
        Files.isSymbolicLink(file) && !Handover.foreign(file.toAbsolutePath().getParent());
    long size = requirePlain(followed ? file.toRealPath() : file).size();
    if (size > LARGEST) {
      throw new TooLarge();
    }
  }

  /** Whether a file or directory belongs to somebody else than who runs the program. */
  public static boolean foreign(Path path) {
    return Handover.foreign(path);
  }

  /** Mode 0600 for a file to be made, where files have modes. */
  private static FileAttribute<?>[] ownersAlone(Path file) {
    return attributes(file, "rw-------");
  }

  private static FileAttribute<?>[] attributes(Path file, String mode) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  private OwnFile() {}
}
