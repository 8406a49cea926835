package io.github.iremote.cli.check;

import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.schedule.Crontab;
import io.github.iremote.config.SlackConfig;
import io.github.iremote.http.Proxies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The part of {@code check} that says which proxy is used, where the environment names one. */
record ProxyChecks(Findings findings, Wiring wiring) {

  void run() {
    Optional<Proxies> proxies = Proxies.of(wiring.here.environment());
    if (proxies.isEmpty()) {
      return;
    }
    for (String url : servers()) {
      String words = proxies.get().explain(url);
      if (proxies.get().unusable(url)) {
        findings.warn("proxy", words);
      } else {
        findings.look("proxy", () -> words);
      }
    }
    List<String> jobs = new Crontab(wiring.here).lines();
    boolean byCron = jobs.stream().anyMatch(job -> job.contains("iremote"));
    if (byCron && jobs.stream().noneMatch(job -> job.toLowerCase(Locale.ROOT).contains("_proxy"))) {
      findings.warn("proxy", "cron does not know it: put the variable above its line (crontab -e)");
    }
  }

  private List<String> servers() {
    List<String> servers = new ArrayList<>(wiring.config.api().servers());
    wiring.config.slack().map(SlackConfig::webhookUrl).ifPresent(servers::add);
    return servers.stream().distinct().toList();
  }
}
