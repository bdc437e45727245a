package vn.lachan.app.places;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of places.
 *
 * @param draftHours how long a registration whose phone was never confirmed is kept
 * @param eventDays how long an event or trip lasts at most
 * @param locationKilometres how far from the middle of its commune a place may be marked
 */
@ConfigurationProperties("places")
record PlacesSettings(
    @DefaultValue("24") int draftHours,
    @DefaultValue("366") int eventDays,
    @DefaultValue("60") int locationKilometres) {}
