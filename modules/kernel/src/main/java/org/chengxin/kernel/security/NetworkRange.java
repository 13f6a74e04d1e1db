package org.chengxin.kernel.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of network addresses in CIDR notation (RFC 4632, RFC 4291): 10.0.0.0/8, fd00::/8, or one address alone.
 * IPv4 addresses mapped into IPv6 (::ffff:10.1.2.3) count as the IPv4 addresses they are. Names are never resolved.
 */
public final class NetworkRange {

    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    private static final int MAPPED_BITS = 96;

    private final byte[] network;
    private final int prefixLength;

    private NetworkRange(byte[] network, int prefixLength) {
        this.network = network;
        this.prefixLength = prefixLength;
    }

    /**
     * Reads one range.
     *
     * @throws IllegalArgumentException if the text is not an address with an optional prefix length that fits it
     */
    public static NetworkRange parse(String text) {
        String range = text.strip();
        int slash = range.indexOf('/');
        String literal = slash < 0 ? range : range.substring(0, slash);
        InetAddress address =
                literal(literal).orElseThrow(() -> new IllegalArgumentException("not a network range: " + text));
        byte[] bytes = address.getAddress();
        int bits = bytes.length * 8;
        int prefix = slash < 0 ? bits : prefix(range.substring(slash + 1), text);
        if (slash >= 0 && bits == 32 && literal.indexOf(':') >= 0) {
            prefix -= MAPPED_BITS;
        }
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("prefix length does not fit: " + text);
        }
        for (int bit = prefix; bit < bits; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        return new NetworkRange(bytes, prefix);
    }

    /**
     * Reads ranges separated by commas, semicolons or blanks. Null or blank gives none, and none contains no address.
     *
     * @throws IllegalArgumentException if one of them cannot be read
     */
    public static List<NetworkRange> parseList(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        return Arrays.stream(text.strip().split("[,;\\s]+"))
                .filter(range -> !range.isEmpty())
                .map(NetworkRange::parse)
                .toList();
    }

    /** True if one of the ranges contains the address; false for text that is no address. */
    public static boolean anyContains(List<NetworkRange> ranges, String address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static int prefix(String digits, String text) {
        if (!digits.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("not a prefix length: " + text);
        }
        return Integer.parseInt(digits);
    }

    /** An address literal only: getByName would ask a name server for anything else. */
    private static Optional<InetAddress> literal(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String literal = text.strip();
        if (literal.startsWith("[") && literal.endsWith("]")) {
            literal = literal.substring(1, literal.length() - 1);
        }
        int zone = literal.indexOf('%');
        if (zone > 0) {
            literal = literal.substring(0, zone);
        }
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        byte[] bytes = withoutMapping(address.getAddress());
        if (bytes.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((bytes[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #contains(InetAddress)}; false for null and for text that is no address literal. */
    public boolean contains(String address) {
        return literal(address).map(this::contains).orElse(false);
    }

    /** Java unwraps mapped addresses when it parses them, but not when they are made from bytes by other means. */
    private static byte[] withoutMapping(byte[] bytes) {
        if (bytes.length != 16 || bytes[10] != (byte) 0xFF || bytes[11] != (byte) 0xFF) {
            return bytes;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return bytes;
            }
        }
        return Arrays.copyOfRange(bytes, 12, 16);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkRange range
                && range.prefixLength == prefixLength
                && Arrays.equals(range.network, network);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(network), prefixLength);
    }

    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/" + prefixLength;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
