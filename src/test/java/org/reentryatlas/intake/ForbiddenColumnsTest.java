package org.reentryatlas.intake;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ForbiddenColumnsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "LAST_NM",
                "Last",
                "client",
                "CLIENTNAME",
                "clientName",
                "Offender",
                "Full Name",
                "ＮＡＭＥ",
                "nаme",
                "dob",
                "D.O.B.",
                "dob_st",
                "city_of_birth",
                "birth-dt",
                "BirthDate",
                "ssn",
                "soc_sec",
                "Social Security No",
                "offense",
                "offensedesc",
                "Charges",
                "sexOffender",
                "st_risk",
                "RISKLEVEL",
                "risk",
                "tier",
                "drug_test",
                "DRUGTESTRESULT",
                "ua",
                "SUD",
                "MENTALHEALTH",
                "health_status",
                "dx",
                "insurance_diagnosis",
                "hiv",
                "FBI",
                "email",
                "Phone 2",
                "comments"
            })
    void refusesWhatMustNotEnter(String column) {
        assertThat(ForbiddenColumns.kind(column)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record_id",
                "address_type",
                "address",
                "lon",
                "lat",
                "x",
                "y",
                "needs",
                "start_date",
                "end_date",
                "verified_on",
                "supervision_type",
                "street_name",
                "St_Name",
                "city",
                "health_insurance",
                "postal_code",
                "zip",
                "beat",
                "match_score",
                "dirección",
                "case_id",
                "agency_record_id"
            })
    void letsInWhatMayEnter(String column) {
        assertThat(ForbiddenColumns.kind(column)).isEmpty();
    }
}
