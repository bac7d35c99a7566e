package org.reentryatlas.attack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.reentryatlas.protect.Attack;
import org.reentryatlas.protect.World;

/**
 * What shows, by adding up alone, that a release is protected: the truth, and worlds that agree with everything published.
 * It holds true counts, and so it never leaves the restricted side.
 *
 * <p>Unknowns are numbered by measure (people first, the others as cells.csv names them) and within a measure by line of
 * atoms.csv; cells by line of cells.csv.
 */
public final class Proof {
    /** Rises when a reader must change. */
    private static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int[] people;
    private final int[] known;
    private final int[] addresses;
    private final int[] largestAddress;
    private final List<World> worlds;

    /**
     * A proof.
     *
     * @param people by unknown
     * @param known people at registered group quarters, by unknown
     * @param addresses distinct addresses, by cell
     * @param largestAddress people at the fullest address, by cell
     * @param worlds people by unknown
     */
    public Proof(int[] people, int[] known, int[] addresses, int[] largestAddress, List<World> worlds) {
        this.people = people.clone();
        this.known = known.clone();
        this.addresses = addresses.clone();
        this.largestAddress = largestAddress.clone();
        this.worlds = List.copyOf(worlds);
    }

    /** How many unknowns and cells a release must have for the proof to be one of it. */
    boolean isOf(int unknowns, int cells) {
        return people.length == unknowns
                && known.length == unknowns
                && addresses.length == cells
                && largestAddress.length == cells
                && worlds.stream().allMatch(world -> world.size() == unknowns);
    }

    int people(int unknown) {
        return people[unknown];
    }

    int known(int unknown) {
        return known[unknown];
    }

    int addresses(int cell) {
        return addresses[cell];
    }

    int largestAddress(int cell) {
        return largestAddress[cell];
    }

    List<World> worlds() {
        return worlds;
    }

    /** As gzipped JSON, the same bytes for the same proof. Worlds are written as what they differ by from the truth. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(new GZIPOutputStream(bytes))) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            write("people", people, json);
            write("known", known, json);
            write("addresses", addresses, json);
            write("largest_address", largestAddress, json);
            json.writeArrayFieldStart("worlds");
            for (World world : worlds) {
                json.writeStartObject();
                json.writeStringField("attack", world.attack().words());
                write("changes", changes(world.people()), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(String name, int[] numbers, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeArray(numbers, 0, numbers.length);
    }

    /** Pairs of an unknown and how many people more, or fewer, it holds. */
    private int[] changes(int[] world) {
        int[] changes = new int[2 * world.length];
        int size = 0;
        for (int unknown = 0; unknown < world.length; unknown++) {
            if (world[unknown] != people[unknown]) {
                changes[size++] = unknown;
                changes[size++] = world[unknown] - people[unknown];
            }
        }
        return Arrays.copyOf(changes, size);
    }

    /**
     * Reads a proof back.
     *
     * @throws UnreadableReleaseException if these are not the bytes of one
     */
    public static Proof of(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(new GZIPInputStream(new ByteArrayInputStream(bytes)));
            if (json.path("version").asInt() != VERSION) {
                throw new UnreadableReleaseException("the proof is of another version than " + VERSION);
            }
            int[] people = numbers(json, "people");
            List<World> worlds = new ArrayList<>();
            for (JsonNode world : json.path("worlds")) {
                worlds.add(
                        new World(attack(world.path("attack").asText()), changed(people, numbers(world, "changes"))));
            }
            return new Proof(
                    people,
                    numbers(json, "known"),
                    numbers(json, "addresses"),
                    numbers(json, "largest_address"),
                    worlds);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadableReleaseException("the proof cannot be read", e);
        }
    }

    private static Attack attack(String words) {
        return Arrays.stream(Attack.values())
                .filter(attack -> attack.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new UnreadableReleaseException("the proof has an attack " + words));
    }

    private static int[] changed(int[] people, int[] changes) {
        int[] world = people.clone();
        for (int i = 0; i < changes.length; i += 2) {
            world[changes[i]] += changes[i + 1];
        }
        return world;
    }

    private static int[] numbers(JsonNode json, String name) {
        if (!json.path(name).isArray()) {
            throw new UnreadableReleaseException("the proof has no " + name);
        }
        return JSON.convertValue(json.path(name), int[].class);
    }
}
