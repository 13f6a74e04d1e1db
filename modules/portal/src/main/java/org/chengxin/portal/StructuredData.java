package org.chengxin.portal;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.chengxin.publication.boundary.PublicSubject;

/**
 * The head of a subject's page as schema.org describes an Organization (JSON-LD). It says what the page says and nothing
 * else.
 */
final class StructuredData {

    private StructuredData() {}

    /**
     * @param address address of the page; absolute where the site's is configured
     * @param place name of the place as the page shows it; null where unknown
     * @return JSON that can stand in a script element: no sign of it ends one
     */
    static String of(PublicSubject subject, String address, String place) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", "Organization")
                .add("name", subject.name())
                .add("url", address);
        if (subject.code() != null) {
            json.add(
                    "identifier",
                    Json.createObjectBuilder()
                            .add("@type", "PropertyValue")
                            .add("propertyID", "统一社会信用代码")
                            .add("value", subject.code()));
        }
        if (!subject.formerNames().isEmpty()) {
            JsonArrayBuilder names = Json.createArrayBuilder();
            subject.formerNames().forEach(names::add);
            json.add("alternateName", names);
        }
        if (place != null) {
            json.add(
                    "address",
                    Json.createObjectBuilder().add("@type", "PostalAddress").add("addressLocality", place));
        }
        return json.build()
                .toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
