package io.github.iremote.message.delivery;

import io.github.iremote.event.EventName;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import io.github.iremote.message.Wording;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Tells the other places that one takes no messages, or takes them again. */
public final class PlaceNews {
  private final Delivery delivery;
  private final Set<EventName> mute;
  private final Wording wording;
  private final InstantSource clock;

  /**
   * @param mute the events that are told nowhere
   */
  public PlaceNews(Delivery delivery, Set<EventName> mute, Wording wording, InstantSource clock) {
    this.delivery = delivery;
    this.mute = mute;
    this.wording = wording;
    this.clock = clock;
  }

  /** A file that can be given more letters, and delivers them. */
  public interface Outgoing {
    void add(UnaryOperator<List<Letter>> more);

    Mailbox mailbox();
  }

  /** Tells what there is to tell, if there is another place to tell it. */
  public void tell(Outgoing outgoing) {
    if (!delivery.busy()) {
      return;
    }
    DeadPlaces dead = delivery.dead();
    Instant now = clock.instant();
    List<String> troubling = dead.troubling(now);
    List<String> back = dead.back();
    if ((troubling.isEmpty() && back.isEmpty()) || delivery.names().size() < 2) {
      return;
    }
    for (String name : troubling) {
      add(outgoing, EventName.TROUBLE, name, trouble(name, now));
      dead.told(name);
    }
    for (String name : back) {
      String sentence = wording.phrases().get("place.back", delivery.title(name));
      add(outgoing, EventName.RECOVERED, name, sentence);
      dead.forget(name);
    }
    delivery.deliver(outgoing.mailbox(), false);
  }

  private String trouble(String name, Instant now) {
    String since = wording.time(delivery.dead().since(name), now);
    String why = delivery.dead().reason(name).orElseThrow().getMessage();
    return wording.phrases().get("place.dead", delivery.title(name), since, why);
  }

  private void add(Outgoing outgoing, EventName event, String name, String sentence) {
    if (mute.contains(event) || !delivery.names().contains(name)) {
      return;
    }
    Message message = Message.ofProgram(event, sentence, clock.instant());
    Set<String> except = new HashSet<>(Set.of(name));
    outgoing.add(waiting -> delivery.queued(new ArrayList<>(waiting), message, except));
  }
}
