package org.reentryatlas.democity;

import java.util.List;
import java.util.stream.IntStream;

/** Base names of streets in families, as American cities name them. */
final class StreetNames {
    static final List<String> BANK =
            words("Front Commerce Market Main Bank Church Court Exchange Library Assembly College Academy"
                    + " Foundry Granary Tannery Wharf Ferryman Chandler Cooper Mercer Canal Warehouse");
    static final List<String> PRESIDENTS =
            words("Washington Adams Jefferson Madison Monroe Jackson Harrison Tyler Polk Taylor Fillmore Pierce Lincoln"
                    + " Grant Hayes Garfield Arthur Cleveland McKinley Roosevelt Taft Wilson Harding Coolidge Hoover"
                    + " Truman Kennedy Johnson Ford Carter");
    static final List<String> TREES =
            words("Juniper Maple Cedar Aspen Willow Birch Spruce Elm Alder Hickory Linden Walnut Chestnut Locust Poplar"
                    + " Sycamore Hawthorn Laurel Magnolia Mulberry Redwood Sequoia Tamarack Larch Hemlock Cypress"
                    + " Boxelder Dogwood Catalpa Buckeye Beech Basswood Hazel Holly Ironwood Sumac Myrtle Olive Palm"
                    + " Pecan Persimmon Quince Rowan Sassafras Serviceberry Tupelo Witchhazel Yew Acacia Almond");
    /** Invented names of invented local heroes. */
    static final List<String> HEROES =
            words("Harlan Whitcomb Sorensen Delacroix Tillman Okafor Brandvold Castellan Durrance Eastlake Farraday"
                    + " Gunderson Hollister Ingersoll Jessup Kessler Lindqvist Marchetti Norcross Ostrander Pemberton"
                    + " Quillen Ravenel Stanhope Thackeray Underhill Vanterpool Westcott Yarborough Zeller Ashworth"
                    + " Bellweather Crandall Dunmore Ellsworth Fairbanks Goodnight Hathaway Iverson Jarrett Kittredge"
                    + " Langford Merriweather Nightingale Oakhurst Prentiss Radcliffe Somerset Trueblood Winslow");

    static final List<String> FLOWERS =
            words("Larkspur Lupine Aster Bluebell Columbine Yarrow Goldenrod Primrose Paintbrush Foxglove Gentian"
                    + " Harebell Sunflower Marigold Lavender Verbena Clover Primula Anemone Camellia Begonia Zinnia"
                    + " Peony Iris Lilac Jasmine Wisteria Honeysuckle Periwinkle Snowdrop Buttercup Mallow Penstemon"
                    + " Phlox Sage Thistle Bergamot Balsam Coneflower Coreopsis Daylily Evening-Star Fireweed Heather");
    static final List<String> BIRDS = words(
            "Meadowlark Kestrel Heron Osprey Plover Killdeer Bluebird Oriole Tanager Warbler Swallow Finch Sparrow"
                    + " Nuthatch Chickadee Wren Thrasher Sandpiper Avocet Curlew Grebe Bittern Egret Pelican Gadwall"
                    + " Pintail Mallard Teal Merganser Goldeneye Harrier Goshawk Merlin Falcon Partridge Pheasant Quail"
                    + " Grouse Ptarmigan Siskin Towhee Bunting Grosbeak Junco Longspur Pipit Shrike Vireo Flicker");
    static final List<String> STONES =
            words("Granite Sandstone Limestone Quartz Agate Jasper Opal Garnet Topaz Onyx Basalt Slate Flint Marble"
                    + " Feldspar Gypsum Shale Obsidian Turquoise Amethyst Beryl Citrine Coral Crystal Diamond Emerald"
                    + " Jade Malachite Moonstone Pearl Peridot Ruby Sapphire Selenite Spinel Sunstone Tourmaline Zircon"
                    + " Copper Silver Cobalt Nickel Zinc Iron Bronze Pewter Galena Hematite Pyrite Bauxite");
    static final List<String> PLACES =
            words("Prairie-Rose Ridgeline Windmill Homestead Wagon Saddle Bridle Canyon Mesa Butte Coulee Draw Gulch"
                    + " Meadow Hillcrest Overlook Summit Vista Valley Glen Brook Creek Spring Orchard Vineyard Harvest"
                    + " Barley Wheat Clearwater Stone-Creek Fox-Run Elk-Horn Bison Pronghorn Mustang Palomino Appaloosa"
                    + " Buckskin Lariat Chaparral Sagebrush Tumbleweed Cottonwood Rimrock Badger Beaver Otter Marmot");

    static final List<String> NUMBERED =
            IntStream.rangeClosed(1, 90).mapToObj(StreetNames::ordinal).toList();

    private StreetNames() {}

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1)).stream()
                .map(w -> w.replace('-', ' '))
                .toList();
    }

    /** 1st, 2nd, 3rd, 4th, 11th, 21st … */
    static String ordinal(int n) {
        int lastTwo = n % 100;
        boolean teen = lastTwo >= 11 && lastTwo <= 13;
        String[] endings = {"th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th"};
        return n + (teen ? "th" : endings[n % 10]);
    }
}
