package org.chengxin.system.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What holds for every page, whatever it shows. */
final class PageRules {

    /** Keys of the bundles, which stand in a page only where their text is missing. */
    private static final Pattern KEY = Pattern.compile(
            "\\?\\?\\?[^?]*\\?\\?\\?"
                    + "|\\b[a-z]+\\.[A-Z][A-Za-z]+\\.[A-Za-z_]+\\b"
                    + "|\\b[A-Z][A-Za-z]+\\.[A-Z]+(_[A-Z]+)*\\b"
                    + "|\\b(webkit|portal|kernel|signIn|inbox|task|lots?|counts|findings|record|pager|due|nav)(\\.[a-z][A-Za-z]+)+\\b");

    /** All that is read or read out: title, text and labels. */
    private static final String TEXTS = """
            () => [document.title, document.body.innerText].concat(
                Array.from(document.querySelectorAll('[aria-label],[data-label],[placeholder],[alt],[title]')).flatMap(
                    e => ['aria-label', 'data-label', 'placeholder', 'alt', 'title'].map(a => e.getAttribute(a) || '')))
                .join('\\n')
            """;

    private static final String OVERFLOW = """
            () => {
              const s = document.scrollingElement;
              if (s.scrollWidth <= s.clientWidth) return '';
              const wide = Array.from(document.body.querySelectorAll('*'))
                  .filter(e => e.getBoundingClientRect().right > s.clientWidth + 1 && !e.closest('.scroll'))
                  .slice(0, 5).map(e => e.tagName + '.' + e.className);
              return s.scrollWidth + ' > ' + s.clientWidth + ': ' + wide.join(', ');
            }
            """;

    /** Draws every character of the page and compares it with two that no font has. */
    private static final String WITHOUT_GLYPH = """
            text => {
              const canvas = document.createElement('canvas');
              canvas.width = canvas.height = 32;
              const pen = canvas.getContext('2d', { willReadFrequently: true });
              pen.font = '24px ' + getComputedStyle(document.body).fontFamily;
              const picture = c => {
                pen.clearRect(0, 0, 32, 32);
                pen.fillText(c, 2, 26);
                return pen.getImageData(0, 0, 32, 32).data.join();
              };
              const missing = [picture('\\uE000'), picture('\\u{10FFFD}')];
              return Array.from(new Set(text + '诚')).filter(c => c.trim() && missing.includes(picture(c))).join('');
            }
            """;

    private PageRules() {}

    /** What is wrong with the page as it stands; empty when nothing is. */
    static List<String> broken(Visit visit, Look look) {
        Page page = visit.page();
        List<String> broken = new ArrayList<>(visit.complaints());
        if (!look.tag().equals(page.locator("html").getAttribute("lang"))) {
            broken.add("language " + page.locator("html").getAttribute("lang"));
        }
        String overflow = (String) page.evaluate(OVERFLOW);
        if (!overflow.isEmpty()) {
            broken.add("wider than the window: " + overflow);
        }
        String texts = (String) page.evaluate(TEXTS);
        KEY.matcher(texts).results().map(MatchResult::group).distinct().forEach(key -> broken.add("key " + key));
        String missing = (String) page.evaluate(WITHOUT_GLYPH, texts);
        if (!missing.isEmpty()) {
            broken.add("no glyph for " + missing);
        }
        // the other mode opens a second page for what lies in frames of other hosts; ours have none
        new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().forEach(rule -> rule.getNodes()
                .forEach(node -> broken.add(rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary())));
        return broken;
    }
}
