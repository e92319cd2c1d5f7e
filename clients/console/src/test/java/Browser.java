import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;

/** Chromium without a window, showing the console of an emulator. */
final class Browser implements AutoCloseable {
  static final List<String> VIEWS =
      List.of(
          "schedule", "runs", "requests", "clock", "outcomes", "faults", "instances", "snapshots");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;
  private final String url;

  Browser(String url) {
    this.url = url;
    ChromeOptions options = new ChromeOptions();
    options.setBinary(System.getProperty("chromium"));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--window-size=1280,900",
        "--lang=en-US");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(
                new File(System.getProperty("chromedriver")))
            .build();
    driver = new ChromeDriver(service, options);
  }

  /** Waits without sleeping for longer than needed. */
  static void await(String what, Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + patience + ": " + what);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  ChromeDriver driver() {
    return driver;
  }

  void show(String view) {
    driver.get(url + "/_tat/console/#/" + view);
    String name = view.split("\\?")[0];
    awaitElement(By.cssSelector("nav a[href='#/" + name + "'][aria-current='page']"));
    awaitElement(By.cssSelector("main h1"));
  }

  void language(String language) {
    show("schedule");
    new Select(element(By.cssSelector("select[aria-label='Language / 语言']")))
        .selectByValue(language);
  }

  void theme(String theme) {
    driver.executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
  }

  void width(int pixels) {
    driver.manage().window().setSize(new Dimension(pixels, 900));
  }

  Object script(String script) {
    return ((JavascriptExecutor) driver).executeScript(script);
  }

  WebElement element(By by) {
    awaitElement(by);
    return driver.findElement(by);
  }

  List<WebElement> elements(By by) {
    return driver.findElements(by);
  }

  void awaitElement(By by) {
    await(by.toString(), PATIENCE, () -> !driver.findElements(by).isEmpty());
  }

  void awaitText(By by, String text) {
    await(
        by + " has the text " + text + " in " + main(),
        PATIENCE,
        () -> driver.findElements(by).stream().anyMatch(found -> textOf(found).contains(text)));
  }

  private static String textOf(WebElement element) {
    try {
      return element.getText();
    } catch (StaleElementReferenceException | NoSuchElementException e) {
      return "";
    }
  }

  String main() {
    return driver.findElement(By.id("main")).getText();
  }

  /** Fills in a field, within a form that the CSS selector names. */
  void fill(String form, String name, String value) {
    WebElement field = element(By.cssSelector(form + " [name='" + name + "']"));
    if (field.getTagName().equals("select")) {
      new Select(field).selectByValue(value);
    } else {
      field.clear();
      field.sendKeys(value);
    }
  }

  void submit(String form) {
    element(By.cssSelector(form + " button[type='submit']")).click();
  }

  /** The errors and warnings that the page has caused; reading them forgets them. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getMessage())
        // What the test does on purpose.
        .filter(message -> !message.contains("ERR_CONNECTION_REFUSED"))
        .filter(message -> !message.contains("ERR_INCOMPLETE_CHUNKED_ENCODING"))
        .toList();
  }

  void screenshot(String name) {
    try {
      Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots")));
      Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
