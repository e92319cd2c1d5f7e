import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.tat.v20201028.TatClient;
import com.tencentcloudapi.tat.v20201028.models.DescribeInvokersRequest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

/** Uses the console of the built jar in Chromium, as a user does. */
class ConsoleTest {
  private static final By MAIN = By.id("main");
  private static final String ATTACK = "<img src=x onerror=\"window.attacked=1\">'\"&lt;";
  private static Emulator emulator;
  private static Browser browser;

  @BeforeAll
  static void start() {
    emulator = new Emulator();
    browser = new Browser(emulator.url());
  }

  @AfterAll
  static void stop() {
    browser.close();
    emulator.close();
  }

  @BeforeEach
  void reset() {
    emulator.control("POST", "reset", "");
    browser.width(1280);
    browser.language("en");
    browser.complaints();
  }

  @AfterEach
  void nothingIsLogged() {
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"en,Advance,: 1 fires,Matched", "zh,推进,触发 1 次,匹配次数"})
  void theStoryOfAnInvoker(String language, String advance, String fired, String matched) {
    browser.language(language);
    browser.show("outcomes");
    browser.fill(".card form", "output", "backup done");
    browser.submit(".card form");
    browser.awaitText(By.cssSelector("main td code"), "backup done");

    browser.show("clock");
    browser.fill("main .card form", "now", "2021-08-31T15:59:00Z");
    browser.submit("main .card form");
    browser.awaitText(By.id("now"), "2021-08-31T15:59:00Z");

    browser.show("schedule");
    browser.element(By.cssSelector("main > .bar button.main")).click();
    browser.fill("main .card form", "name", "test-invoker");
    browser.fill("main .card form", "invokeTime", "2021-09-01T00:00:00+08:00");
    browser.submit("main .card form");
    browser.awaitText(By.cssSelector(".days li:nth-child(2)"), "test-invoker");
    browser.awaitText(MAIN, "2021-09-01 00:00:00");
    browser.screenshot("schedule-" + language);

    browser.show("clock");
    WebElement button =
        browser.element(By.cssSelector("main section:nth-of-type(2) form button.main"));
    assertThat(button.getText()).isEqualTo(advance);
    button.click();
    browser.awaitText(By.cssSelector(".moved"), fired);
    browser.screenshot("clock-" + language);

    browser.show("runs");
    browser.awaitText(MAIN, "SUCCESS");
    browser.element(By.cssSelector("main td button[aria-expanded='false']")).click();
    browser.awaitText(By.cssSelector("tr.detail"), "backup done");
    browser.awaitText(By.xpath("//td//time[contains(., '2021-09-01 00:00:00')]"), "00:00:00");
    browser.screenshot("runs-" + language);

    refusedSignature(language);
    countedFault(language, matched);
  }

  private void refusedSignature(String language) {
    try (ContentTypeProxy proxy = new ContentTypeProxy(emulator.url())) {
      assertThatThrownBy(() -> sdk(proxy.endpoint()).DescribeInvokers(new DescribeInvokersRequest()))
          .isInstanceOf(TencentCloudSDKException.class)
          .hasFieldOrPropertyWithValue("errorCode", "AuthFailure.SignatureFailure");
    }
    browser.show("requests");
    browser.awaitText(MAIN, "AuthFailure.SignatureFailure");
    browser.element(By.cssSelector("main td button[aria-expanded='false']")).click();
    browser.awaitElement(By.cssSelector(".differs mark"));
    List<WebElement> differing = browser.elements(By.cssSelector(".differs"));
    // The other line is the hash of the canonical request in the string to sign.
    assertThat(differing).hasSize(2);
    assertThat(differing.get(0).getText()).contains("content-type:application/json");
    assertThat(browser.elements(By.cssSelector(".differs mark")))
        .extracting(WebElement::getText)
        .anyMatch(mark -> mark.contains("version=1"));
    browser.screenshot("signature-" + language);
  }

  private void countedFault(String language, String matched) {
    browser.show("faults");
    browser.fill(".card form", "action", "DescribeRegions");
    browser.fill(".card form", "code", "InternalError");
    browser.submit(".card form");
    browser.awaitText(By.cssSelector("main td code"), "InternalError");
    browser.awaitText(By.cssSelector(".matched"), "0");
    assertThat(emulator.cloud("DescribeRegions", "{}")).contains("InternalError");
    browser.awaitText(By.cssSelector(".matched"), "1");
    browser.awaitText(By.cssSelector(".applied"), "1");
    browser.awaitText(By.cssSelector("main th:nth-child(3)"), matched);
    browser.screenshot("faults-" + language);
  }

  private static TatClient sdk(String endpoint) {
    HttpProfile http = new HttpProfile();
    http.setProtocol("http://");
    http.setEndpoint(endpoint);
    ClientProfile profile = new ClientProfile();
    profile.setHttpProfile(http);
    return new TatClient(
        new Credential("AKIDEMULATOREXAMPLE", "emulator-secret-key"), "ap-guangzhou", profile);
  }

  @Test
  void aViewFollowsWhatHappens() {
    browser.show("runs");
    browser.script("window.marked = 1");

    run("echo live");

    browser.awaitText(MAIN, "SUCCESS");
    assertThat(browser.script("return window.marked")).isEqualTo(1L);
  }

  @Test
  void aViewConnectsAgainAfterARestart() {
    browser.show("runs");
    browser.script("window.marked = 1");

    emulator.stop();
    browser.awaitElement(By.cssSelector("header .status.bad"));
    emulator.start();
    run("echo again");

    browser.awaitText(MAIN, "SUCCESS");
    assertThat(browser.elements(By.cssSelector("header .status.bad"))).isEmpty();
    assertThat(browser.script("return window.marked")).isEqualTo(1L);
    browser.complaints();
  }

  /** A browser opens only six connections to a server, and each event stream takes one. */
  @Test
  void moreTabsThanConnectionsAreServed() {
    String first = browser.driver().getWindowHandle();
    for (int i = 0; i < 8; i++) {
      browser.driver().switchTo().newWindow(WindowType.TAB);
      browser.show("runs");
    }
    run("echo tabs");
    browser.awaitText(MAIN, "SUCCESS");

    for (String tab : browser.driver().getWindowHandles()) {
      browser.driver().switchTo().window(tab);
      if (!tab.equals(first)) {
        browser.driver().close();
      }
    }
    browser.driver().switchTo().window(first);
  }

  private static void run(String script) {
    String content = Base64.getEncoder().encodeToString(script.getBytes());
    assertThat(
            emulator.cloud(
                "RunCommand",
                "{\"Content\":\"" + content + "\",\"InstanceIds\":[\"ins-yx05ky8j\"]}"))
        .contains("InvocationId");
  }

  @Test
  void textIsNeverMarkup() {
    String attack = ATTACK.replace("\"", "\\\"");
    emulator.control("POST", "outcomes", "{\"outcome\":{\"output\":\"" + attack + "\"}}");
    emulator.cloud(
        "CreateInvoker",
        "{\"Name\":\"" + attack + "\",\"Type\":\"SCHEDULE\",\"CommandId\":\"cmd-m7uma92n\","
            + "\"InstanceIds\":[\"ins-yx05ky8j\"],\"ScheduleSettings\":{\"Policy\":\"RECURRENCE\","
            + "\"Recurrence\":\"0 * * * *\"}}");
    run(ATTACK);
    emulator.cloud(ATTACK, "{\"Name\":\"" + attack + "\"}", "X-TC-Region", "<b>north</b>");
    emulator.control("POST", "faults", "{\"match\":{\"action\":\"DescribeRegions\"},"
        + "\"fault\":{\"code\":\"InternalError\",\"message\":\"" + attack + "\"}}");
    emulator.cloud("DescribeRegions", "{}");

    for (String view : Browser.VIEWS) {
      browser.show(view);
      for (WebElement button : browser.elements(By.cssSelector("td button[aria-expanded]"))) {
        button.click();
        browser.awaitElement(By.cssSelector("tr.detail pre"));
      }
      assertThat(browser.elements(By.cssSelector("main img, main b"))).isEmpty();
    }
    browser.show("runs");
    browser.element(By.cssSelector("td button[aria-expanded]")).click();
    browser.awaitText(By.cssSelector("tr.detail pre"), "onerror");
    assertThat(browser.script("return window.attacked === undefined")).isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({"light,en", "dark,en", "light,zh", "dark,zh"})
  void everyViewIsAccessible(String theme, String language) {
    browser.language(language);
    example();
    for (String view : Browser.VIEWS) {
      browser.show(view);
      browser.theme(theme);
      browser.elements(By.cssSelector("td button[aria-expanded='false']")).stream()
          .limit(1)
          .forEach(WebElement::click);
      Results results = new AxeBuilder().analyze(browser.driver());
      assertThat(results.getViolations())
          .as(view)
          .extracting(rule -> rule.getId() + " at " + rule.getNodes().get(0).getHtml())
          .isEmpty();
      browser.screenshot(view + "-" + theme + "-" + language);
    }
  }

  private static void example() {
    emulator.control("PUT", "clock", "{\"mode\":\"frozen\",\"now\":\"2021-08-31T15:59:00Z\"}");
    for (String[] one :
        new String[][] {{"nightly-backup", "30 2 * * *"}, {"sync", "*/5 9-17 * * 1-5"}}) {
      emulator.cloud(
          "CreateInvoker",
          "{\"Name\":\"" + one[0] + "\",\"Type\":\"SCHEDULE\",\"CommandId\":\"cmd-m7uma92n\","
              + "\"InstanceIds\":[\"ins-yx05ky8j\"],\"ScheduleSettings\":{\"Policy\":"
              + "\"RECURRENCE\",\"Recurrence\":\"" + one[1] + "\"}}");
    }
    emulator.control("POST", "outcomes", "{\"match\":{\"nth\":3},\"outcome\":{\"exitCode\":3,"
        + "\"output\":\"disk full\"}}");
    emulator.control("POST", "clock/advance", "{\"by\":\"PT20H\"}");
    emulator.cloud("DescribeCommands", "{\"Limit\":1000}");
    emulator.control("PUT", "snapshots/example", "");
    browser.show("schedule");
    browser.awaitText(MAIN, "nightly-backup");
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768})
  void noViewIsWiderThanTheWindow(int width) {
    browser.width(width);
    example();
    for (String view : Browser.VIEWS) {
      browser.show(view);
      assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
          .as(view)
          .isLessThanOrEqualTo((Long) browser.script("return window.innerWidth"));
      browser.screenshot(view + "-" + width);
    }
  }

  @Test
  void theKeyboardReachesEverything() {
    browser.driver().navigate().refresh();
    browser.element(By.cssSelector("main h1"));
    browser.element(By.tagName("body")).sendKeys(Keys.TAB);
    assertThat(focused()).isEqualTo("skip");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
    assertThat(browser.script("return document.activeElement.id")).isEqualTo("main");

    browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
    browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
    browser.fill("main .card form", "name", "by-keyboard");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);

    browser.awaitText(MAIN, "by-keyboard");
  }

  private static Object focused() {
    return browser.script("return document.activeElement.className");
  }

  @Test
  void strictEmulatorsGetSignedRequests() {
    try (Emulator strict = new Emulator("--tat.fidelity=strict", "--tat.auto-create-instances=true");
        Browser other = new Browser(strict.url())) {
      other.language("en");
      other.element(By.cssSelector("main > .bar button.main")).click();
      other.fill("main .card form", "name", "signed");
      other.submit("main .card form");
      other.awaitText(By.cssSelector(".problem"), "MissingParameter");

      other.element(By.cssSelector("header summary")).click();
      other.fill("header form", "secretId", "AKIDEMULATOREXAMPLE");
      other.fill("header form", "secretKey", "emulator-secret-key");
      other.submit("header form");
      other.submit("main .card form");
      other.awaitText(By.cssSelector("main td strong"), "signed");
    }
  }
}
