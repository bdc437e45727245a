package vn.lachan.app.tracing;

/**
 * Who was told of an itinerary in the app.
 *
 * @param persons who have the notice
 * @param inApp those of them whom somebody's app answers for now
 * @param read those of them whose notice was opened
 */
public record ItineraryTold(long persons, long inApp, long read) {}
