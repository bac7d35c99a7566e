package org.reentryatlas.democity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and phrases of invented service providers. */
final class ProviderTexts {
    /** For each of the twelve categories: what the service is called, then who offers it. */
    record Category(String key, List<String> services, List<String> organizations) {}

    static final List<Category> CATEGORIES = List.of(
            category(
                    "housing",
                    "Transitional Housing|Rental Help Desk|Rapid Rehousing",
                    "Keystone Homes|Threshold Housing Trust|Lantern House|Harlow Ferry Housing Alliance"),
            category(
                    "education",
                    "GED Classes|Adult Reading Program|Evening School",
                    "Harlow Ferry Community College|Open Page Literacy|Prairie Adult School"),
            category(
                    "vocational_training",
                    "Welding and Trades School|Kitchen Apprenticeship|Commercial Driver Training",
                    "Ferry Trades Institute|Basin Apprenticeship Council|Hands On Works"),
            category(
                    "employment",
                    "Job Center|Day Work Office|Fair Chance Hiring Desk",
                    "Prairie Workforce Partnership|First Shift Staffing Cooperative|Ready to Work Harlow"),
            category(
                    "health_insurance",
                    "Enrollment Desk|Medicaid Navigator|Coverage Clinic",
                    "Healthy Harlow Coalition|Coverage Connect|Ferry Family Health Center"),
            category(
                    "family_counseling",
                    "Family Counseling|Parenting Circle|Reunification Program",
                    "Family Bridges|Willow Family Services|Hearth and Home Counseling"),
            category(
                    "substance_use_treatment",
                    "Outpatient Program|Recovery Center|Peer Recovery Group",
                    "New Bank Recovery|Clearwater Recovery Center|Stepping Stones Outpatient"),
            category(
                    "mental_health",
                    "Walk-in Counseling|Behavioral Health Clinic|Crisis Stabilization",
                    "Harlow Behavioral Health|Quiet Harbor Clinic|Meadow Counseling Center"),
            category(
                    "legal_aid",
                    "Legal Clinic|Record Clearing Clinic|Tenant Defense",
                    "Basin Legal Aid|Second Chance Law Project|Harlow Bar Volunteer Clinic"),
            category(
                    "identification",
                    "ID and Birth Record Help|Document Recovery Desk",
                    "Name on Paper|City Clerk Outreach Office|Fresh Papers Project"),
            category(
                    "transportation",
                    "Bus Pass Office|Ride Program|Bicycle Workshop",
                    "Harlow Ferry Transit Outreach|Ride Along Harlow|Second Spin Bicycles"),
            category(
                    "food",
                    "Food Pantry|Community Kitchen|Mobile Market Stop",
                    "Harlow Ferry Food Bank|Bread and Salt Kitchen|St. Brendan's Pantry|Plenty Market"));

    /** Organizations that offer several services at one address. */
    static final Map<String, List<String>> CENTERS = centers();

    static final List<String> HOURS = List.of(
            "Mo-Fr 09:00-17:00",
            "Mo-Fr 08:30-16:30",
            "Mo-Fr 09:00-17:00; Sa 10:00-14:00",
            "Mo-Th 10:00-18:00; Fr 10:00-15:00",
            "Tu,Th 12:00-20:00; Sa 09:00-13:00",
            "Mo,We,Fr 08:00-12:00",
            "Mo-Sa 07:00-19:00",
            "24/7");

    static final List<String> ELIGIBILITY = List.of(
            "open to all",
            "adults 18 and over",
            "residents of Harlow Ferry",
            "low income",
            "people under supervision",
            "parents and caregivers",
            "referral preferred, walk-ins welcome");

    static final List<String> LANGUAGES = List.of("en", "en", "en;es", "en;es", "en;es;vi", "en;ar", "en;so;es");

    private ProviderTexts() {}

    private static Category category(String key, String services, String organizations) {
        return new Category(key, words(services), words(organizations));
    }

    private static List<String> words(String text) {
        return List.of(text.split("\\|", -1));
    }

    private static Map<String, List<String>> centers() {
        Map<String, List<String>> centers = new LinkedHashMap<>();
        centers.put("Second Mile Reentry Center", List.of("employment", "housing", "identification", "legal_aid"));
        centers.put("Harlow Ferry Community Action", List.of("food", "housing", "transportation", "health_insurance"));
        centers.put("Bridgehead Family Resource Center", List.of("family_counseling", "food", "education"));
        centers.put("Ferry Landing One Stop", List.of("employment", "vocational_training", "transportation"));
        return centers;
    }
}
