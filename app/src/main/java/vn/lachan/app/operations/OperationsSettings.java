package vn.lachan.app.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the operator's page says that something needs attention.
 *
 * @param heartbeat how often a copy of the program says that it lives
 * @param copyLostAfter a copy not seen for so long, and not stopped, is lost
 * @param copiesKeptDays how long copies that ended are listed
 * @param freeDiskPercent less free space than this on the data folder's disk needs attention
 * @param backupHours an older last backup needs attention
 * @param lagSeconds a trace follower, an audit seal or an outbox further behind needs attention
 * @param horizonDays fewer days of partitions ahead need attention
 * @param certificateDays a certificate that ends sooner needs attention
 */
@ConfigurationProperties("operations")
record OperationsSettings(
    @DefaultValue("10s") Duration heartbeat,
    @DefaultValue("60s") Duration copyLostAfter,
    @DefaultValue("7") int copiesKeptDays,
    @DefaultValue("15") int freeDiskPercent,
    @DefaultValue("26") int backupHours,
    @DefaultValue("60") int lagSeconds,
    @DefaultValue("3") int horizonDays,
    @DefaultValue("14") int certificateDays) {}
