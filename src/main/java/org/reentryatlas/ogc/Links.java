package org.reentryatlas.ogc;

import java.util.Map;
import org.reentryatlas.layer.Members;

/** Links as OGC API writes them. */
final class Links {
    static final String JSON = "application/json";
    static final String GEOJSON = "application/geo+json";
    static final String HTML = "text/html";
    static final String MVT = "application/vnd.mapbox-vector-tile";
    static final String SCHEMA = "application/schema+json";
    static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
    static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    private Links() {}

    static Map<String, Object> link(String rel, String type, String href, String title) {
        return Members.of("rel", rel, "type", type, "href", href, "title", title);
    }

    /** The URL of the same resource in a form. */
    static String in(String url, String form) {
        return url + (url.indexOf('?') < 0 ? '?' : '&') + "f=" + form;
    }
}
