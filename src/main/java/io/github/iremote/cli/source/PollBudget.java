package io.github.iremote.cli.source;

import io.github.iremote.bmw.cardata.Book;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.pace.Budget;
import java.time.Instant;
import java.util.List;

/** What CarData's book of calls leaves to polls, for the pace to plan with. */
public record PollBudget(Book book) implements Budget {

  @Override
  public Instant nextAllowed(boolean inUse, Instant now) {
    return book.quota().nextAllowed(inUse ? Purpose.IN_USE : Purpose.POLL, now);
  }

  @Override
  public int spendable(Instant now, Instant until) {
    return book.quota().spendable(now, until);
  }

  @Override
  public List<Instant> calls() {
    return book.quota().calls();
  }
}
