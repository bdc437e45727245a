package vn.lachan.engine.tracing;

/**
 * What one generation of a trace read and found.
 *
 * @param sources persons of the generation before who could expose others
 * @param exposingStays their united stays within their windows
 * @param places at so many places
 * @param rowsSupplied rows given as answer to the second question, the wanted ones and the others
 * @param staysCompared united stays of other persons that were compared with the exposing ones
 */
public record GenerationStats(
    int generation,
    int sources,
    int exposingStays,
    int places,
    long rowsSupplied,
    int staysCompared,
    int closeContacts,
    int casualContacts) {}
