package org.reentryatlas.basemap;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Drawing;
import org.reentryatlas.geo.Shape;

import static org.assertj.core.api.Assertions.assertThat;

/** Where names are written on the map of the demo city. */
class NamesTest {
    private static final Ground GROUND = DemoMap.GROUND;

    private static List<PlacedName> all(int zoom) {
        return GROUND.names(zoom).near(GROUND.box());
    }

    /** The ground that the letters take, without the room around them, in pixels. */
    private static Area area(PlacedName name, int zoom) {
        double metres = MapFrame.metresOf(zoom);
        AffineTransform place = AffineTransform.getTranslateInstance(name.x() / metres, name.y() / metres);
        place.rotate(name.angle());
        Rectangle2D bounds = name.lettering().outline(name.text()).getBounds2D();
        return new Area(place.createTransformedShape(
                new Rectangle2D.Double(bounds.getX(), -bounds.getHeight() / 2, bounds.getWidth(), bounds.getHeight())));
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 16})
    void noNameLiesOverAnother(int zoom) {
        List<PlacedName> names = all(zoom);
        assertThat(names).hasSizeGreaterThan(1);
        List<Area> areas = names.stream().map(name -> area(name, zoom)).toList();
        List<Rectangle2D> bounds = areas.stream().map(Area::getBounds2D).toList();
        for (int one = 0; one < names.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (bounds.get(one).intersects(bounds.get(other))) {
                    Area shared = new Area(areas.get(one));
                    shared.intersect(areas.get(other));
                    assertThat(shared.isEmpty())
                            .as(names.get(one) + " and " + names.get(other))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void namesCanBeReadFromLeftToRight() {
        assertThat(all(16)).allSatisfy(name -> assertThat(name.angle()).isBetween(-Math.PI / 2, Math.PI / 2));
    }

    /** A name lies on its street: its middle is hardly farther from it than half its height. */
    @Test
    void aNameLiesOnItsStreet() {
        double metres = MapFrame.metresOf(16);
        List<PlacedName> names =
                all(16).stream().filter(name -> name.angle() != 0).limit(200).toList();
        assertThat(names).hasSize(200);
        for (PlacedName name : names) {
            double reach = 6 * metres;
            Shape around = Shape.ofBoxes(
                    List.of(new Box(name.x() - reach, name.y() - reach, name.x() + reach, name.y() + reach)),
                    MapFrame.MERCATOR);
            List<String> streets = new ArrayList<>();
            for (Ground.Street street : GROUND.named(around.box())) {
                if (street.shape().is(org.reentryatlas.geo.SpatialRelation.INTERSECTS, around)) {
                    streets.add(street.name());
                }
            }
            assertThat(streets).contains(name.text());
        }
    }

    @Test
    void morePlacesAreNamedAsTheMapComesNearer() {
        Set<String> far = new HashSet<>();
        all(14).forEach(name -> far.add(name.text()));
        Set<String> near = new HashSet<>();
        all(17).forEach(name -> near.add(name.text()));
        assertThat(near).hasSizeGreaterThan(far.size());
        assertThat(near).contains("Harlow River", "Riverside Park", "W Fort Road");
        assertThat(all(8)).isEmpty();
    }

    /** Signs of the brief have their places first. */
    @Test
    void takenPlacesStayFree() {
        double metres = MapFrame.metresOf(16);
        PlacedName first = all(16).get(0);
        Room.Disc taken = new Room.Disc(first.x() / metres, first.y() / metres, 60);
        Names names = Names.of(GROUND, GROUND.box(), metres, List.of(taken));
        assertThat(names.near(GROUND.box()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name.discs(metres)).noneMatch(taken::meets));
    }

    @Test
    void namesStayWithinThePicture() {
        MapFrame frame = DemoMap.around(new org.reentryatlas.geo.LonLat(-105.15, 43.51), 16);
        Drawing drawing = frame.drawing();
        List<PlacedName> names =
                Names.of(GROUND, frame.box(), frame.metresPerPixel(), List.of()).near(frame.box());
        assertThat(names).isNotEmpty().allSatisfy(name -> {
            Rectangle2D letters = area(name, 16).getBounds2D();
            var corner =
                    drawing.at(letters.getMinX() * frame.metresPerPixel(), letters.getMinY() * frame.metresPerPixel());
            var opposite =
                    drawing.at(letters.getMaxX() * frame.metresPerPixel(), letters.getMaxY() * frame.metresPerPixel());
            assertThat(corner.x).isPositive();
            assertThat(opposite.x).isLessThan(frame.width());
            assertThat(opposite.y).isPositive();
            assertThat(corner.y).isLessThan(frame.height());
        });
    }
}
