package org.reentryatlas.cql2;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reentryatlas.cql2.Sample.EMPTY;
import static org.reentryatlas.cql2.Sample.SITE;
import static org.reentryatlas.cql2.Sample.keepsJson;

/** CQL2 JSON, here with single quotes for double ones. */
class JsonFilterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "{'op':'=','args':[{'property':'name'},'Straße of Hope']}",
                "{'op':'and','args':[true,{'op':'<>','args':[{'property':'beds'},1]},{'op':'not','args':[false]}]}",
                "{'op':'or','args':[false,{'op':'>=','args':[{'property':'beds'},1.2e1]}]}",
                "{'op':'like','args':[{'op':'casei','args':[{'property':'name'}]},{'op':'casei','args':['%HOPE']}]}",
                "{'op':'between','args':[{'property':'beds'},10,15]}",
                "{'op':'in','args':[{'property':'name'},['x',{'property':'name'}]]}",
                "{'op':'not','args':[{'op':'isNull','args':[{'property':'tags'}]}]}",
                "{'op':'=','args':[{'op':'div','args':[{'property':'beds'},{'op':'^','args':[5,1]}]},2]}",
                "{'op':'=','args':[{'property':'since'},{'date':'2020-01-15'}]}",
                "{'op':'t_after','args':[{'property':'seen'},{'timestamp':'2024-03-01T11:59:59.5Z'}]}",
                "{'op':'t_finishedBy','args':[{'interval':['2024-01-01',{'property':'until'}]},"
                        + "{'interval':['2024-02-01','2024-06-30']}]}",
                "{'op':'a_containedBy','args':[{'property':'tags'},['food','housing','x']]}",
                "{'op':'a_equals','args':[[1,2,2,true],[true,2,1]]}",
                "{'op':'s_intersects','args':[{'property':'place'},{'bbox':[-78,38,-76,39]}]}",
                "{'op':'s_intersects','args':[{'property':'place'},{'bbox':[-78,38,0,-76,39,100]}]}",
                "{'op':'s_within','args':[{'property':'place'},{'type':'Polygon','coordinates':"
                        + "[[[-78,38],[-76,38],[-76,39],[-78,39],[-78,38]]]}]}",
                "{'op':'s_intersects','args':[{'property':'place'},{'type':'GeometryCollection','geometries':"
                        + "[{'type':'Point','coordinates':[0,0]},{'type':'Point','coordinates':[-77,38.9]}]}]}"
            })
    void isTrueOfTheSite(String filter) {
        assertThat(keepsJson(filter, SITE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "{'op':'not','args':[{'op':'=','args':[{'property':'name'},'x']}]}",
                "{'op':'s_disjoint','args':[{'property':'place'},{'type':'Point','coordinates':[0,0]}]}"
            })
    void isNotTrueOfARowWithoutValues(String filter) {
        assertThat(keepsJson(filter, EMPTY)).isFalse();
    }
}
