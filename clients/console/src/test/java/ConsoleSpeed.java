import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Prints how fast the console of a running emulator is: -Dtest=ConsoleSpeed -Durl=http://127.0.0.1:8080 */
class ConsoleSpeed {
  private static final int ROUNDS = 7;
  private static final String URL = System.getProperty("url");

  @Test
  void firstPaint() {
    try (Browser browser = new Browser(URL)) {
      for (String view : Browser.VIEWS) {
        double[] paint = new double[ROUNDS];
        double[] complete = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
          browser.driver().get("about:blank");
          browser.driver().get(URL + "/_tat/console/#/" + view);
          browser.awaitElement(By.cssSelector("main h1"));
          complete[round] = number(browser.script("return performance.now()"));
          Browser.await("paint", Duration.ofSeconds(10), () -> paint(browser) > 0);
          paint[round] = paint(browser);
        }
        System.out.printf(
            "%s: first contentful paint %.0f ms (worst %.0f), with its data at most %.0f ms (worst %.0f)%n",
            view, median(paint), worst(paint), median(complete), worst(complete));
      }
    }
  }

  private static double paint(Browser browser) {
    return number(
        browser.script(
            "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"));
  }

  /** Needs fires meanwhile, such as those of an advance. */
  @Test
  void liveUpdates() {
    try (Browser browser = new Browser(URL)) {
      for (String view : List.of("runs", "schedule")) {
        browser.show(view);
        browser.script(
            """
            window.frames_ = []; window.changes = {fires: 0, events: 0};
            const source = new EventSource('/_tat/events');
            source.addEventListener('changed', (event) => {
              window.changes.events++;
              window.changes.fires += JSON.parse(event.data).fires ?? 0;
            });
            let last = performance.now();
            const frame = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(frame); };
            requestAnimationFrame(frame);
            window.started = performance.now();""");
        Browser.await(
            "twenty seconds",
            Duration.ofMinutes(1),
            () -> number(browser.script("return performance.now() - window.started")) > 20_000);
        Object result =
            browser.script(
                """
                const gaps = window.frames_.slice(5).sort((a, b) => a - b);
                return {frames: gaps.length, median: gaps[gaps.length >> 1],
                  p99: gaps[Math.floor(gaps.length * 0.99)], worst: gaps[gaps.length - 1],
                  fires: window.changes.fires, events: window.changes.events};""");
        System.out.println(view + " in 20 s, frames in ms: " + (Map<?, ?>) result);
      }
    }
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }

  private static double worst(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
