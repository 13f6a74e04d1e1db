package org.chengxin.api;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.chengxin.api.problem.MalformedBody;

/** Bodies whose members the interface does not know beforehand: definitions. */
final class JsonBody {

    private JsonBody() {}

    /**
     * The object in a body.
     *
     * @throws MalformedBody if there is none
     */
    static JsonObject object(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(MalformedBody.required(body)))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException noObject) {
            throw new MalformedBody(noObject);
        }
    }
}
