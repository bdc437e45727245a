package vn.lachan.app.declarations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds up what declarations left for the figures, so that a figure never reads declarations and
 * declarations never wait for a figure. What is not added up yet is read besides.
 */
@Component
class FigureFolding {
  private static final int ROWS_A_FOLD = 20_000;
  private static final int FOLDS_MOST = 100;
  private static final Logger LOG = LoggerFactory.getLogger(FigureFolding.class);

  private final FigureTable table;
  private final TransactionTemplate transactions;

  FigureFolding(FigureTable table, TransactionTemplate transactions) {
    this.table = table;
    this.transactions = transactions;
  }

  @Scheduled(fixedDelay = 5_000)
  void foldSoon() {
    try {
      fold();
    } catch (DataAccessException e) {
      LOG.warn("figures of declarations wait", e);
    }
  }

  void fold() {
    for (int round = 0; round < FOLDS_MOST; round++) {
      Integer taken = transactions.execute(_ -> table.fold(ROWS_A_FOLD));
      if (taken == null || taken < ROWS_A_FOLD) {
        return;
      }
    }
  }
}
