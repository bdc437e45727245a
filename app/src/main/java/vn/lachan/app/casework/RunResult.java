package vn.lachan.app.casework;

import java.util.UUID;
import vn.lachan.app.people.MaskedPerson;

/** What a run changed in the contacts of one case. */
public record RunResult(
    UUID caseId,
    long number,
    MaskedPerson person,
    int unit,
    int added,
    int withdrawn,
    int changed) {}
