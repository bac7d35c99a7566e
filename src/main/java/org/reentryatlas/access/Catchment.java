package org.reentryatlas.access;

/**
 * What a floating catchment comes to: the demand around each site, the supply that it has for one unit of that, and what each
 * origin can reach of it. A site with no demand around it has the ratio 0, and gives nothing. Immutable.
 */
public final class Catchment {
    private final double[] demand;
    private final double[] ratios;
    private final double[] access;
    private final double served;
    private final double reachedSupply;

    /**
     * Both steps of every floating catchment. The weights are of one table.
     *
     * @param from what demand weighs at a site
     * @param to what a site's ratio weighs at an origin
     */
    static Catchment of(Weights from, Weights to, double[] demand, double[] supply) {
        double[] people = Amounts.copy("demand", demand, from.table().origins());
        double[] places = Amounts.copy("supply", supply, from.table().sites());
        return new Catchment(from.sumBySite(people), to, people, places);
    }

    private Catchment(double[] around, Weights to, double[] people, double[] places) {
        demand = around;
        ratios = ratios(places, around);
        access = to.sumByOrigin(ratios);
        double reached = 0;
        for (int site = 0; site < places.length; site++) {
            reached += around[site] > 0 ? places[site] : 0;
        }
        reachedSupply = reached;
        double sum = 0;
        for (int origin = 0; origin < people.length; origin++) {
            sum += people[origin] * access[origin];
        }
        served = sum;
    }

    static double[] ratios(double[] supply, double[] demand) {
        double[] ratios = new double[supply.length];
        for (int site = 0; site < ratios.length; site++) {
            ratios[site] = demand[site] > 0 ? supply[site] / demand[site] : 0;
        }
        return ratios;
    }

    /** The weighted demand around a site, in units of demand. */
    public double demand(int site) {
        return demand[site];
    }

    /** Supply of a site for one unit of the demand around it; 0 where there is none. */
    public double ratio(int site) {
        return ratios[site];
    }

    /** What an origin can reach: supply for one unit of demand; 0 where it reaches nothing. */
    public double access(int origin) {
        return access[origin];
    }

    /** What each origin can reach. */
    public double[] access() {
        return access.clone();
    }

    /** The supply of all sites that have demand around them. */
    public double reachedSupply() {
        return reachedSupply;
    }

    /**
     * The sum over all origins of demand times access. With two or three steps it is {@link #reachedSupply()} but for rounding:
     * nothing is given twice, and nothing is lost.
     */
    public double served() {
        return served;
    }
}
