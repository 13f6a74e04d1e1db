package org.chengxin.intake.boundary;

import java.nio.file.Path;

/**
 * A file that was received, on its way into a lot.
 *
 * @param file where its bytes are; the caller deletes it afterwards
 * @param mediaType as sent with it; null claims nothing
 * @param sha256 of the bytes, hexadecimal
 */
public record LotFile(Path file, String fileName, String mediaType, String sha256, long size) {}
