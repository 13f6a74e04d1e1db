package org.chengxin.api;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** JSON as the interface writes it: members in alphabetical order, so that answers compare; absent instead of null. */
@Provider
public class JsonFormat implements ContextResolver<Jsonb> {

    private static final Jsonb JSON =
            JsonbBuilder.create(new JsonbConfig().withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL));

    @Override
    public Jsonb getContext(Class<?> type) {
        return JSON;
    }

    /** For answers that no resource writes. */
    public static Jsonb jsonb() {
        return JSON;
    }
}
