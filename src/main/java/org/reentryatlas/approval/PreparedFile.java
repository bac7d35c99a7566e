package org.reentryatlas.approval;

/** A file that would be published. */
public final class PreparedFile {
    private final String name;
    private final String mediaType;
    private final byte[] content;

    /**
     * A file.
     *
     * @param content nobody changes it afterwards
     */
    public PreparedFile(String name, String mediaType, byte[] content) {
        this.name = name;
        this.mediaType = mediaType;
        this.content = content;
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content;
    }
}
