/* What makes the console quicker; everything works without it. */
(function () {
  "use strict";

  function each(selector, action, root) {
    Array.prototype.forEach.call((root || document).querySelectorAll(selector), action);
  }

  /* Fields that are asked for only when another field has a certain value. */
  function valueOf(wrapper) {
    var checked = wrapper.querySelector("input[type=radio]:checked");
    var other = wrapper.querySelector("select, textarea, input:not([type=radio])");
    return checked ? checked.value : other ? (other.type === "checkbox" ? String(other.checked) : other.value) : "";
  }

  function showAskedFor() {
    each("[data-when-field]", function (wrapper) {
      var key = wrapper.getAttribute("data-when-field");
      if (key) {
        var source = document.querySelector('[data-field="' + key + '"]');
        wrapper.hidden = !source || valueOf(source) !== wrapper.getAttribute("data-when-value");
      }
    });
  }

  /* A file that is too large is not sent for minutes first. */
  function files() {
    each("input[type=file][data-max]", function (input) {
      input.addEventListener("change", function () {
        var tooLarge = input.files.length > 0 && input.files[0].size > Number(input.getAttribute("data-max"));
        input.setCustomValidity(tooLarge ? input.getAttribute("data-too-large") : "");
        input.reportValidity();
      });
    });
  }

  /* A lot that is being worked on is shown as it is now, until it rests. Whoever reads further down keeps the place. */
  function follow() {
    var shown = document.querySelector('[data-follow="true"]');
    if (shown) {
      setTimeout(function () {
        fetch(location.href, { headers: { "X-Requested-With": "follow" } })
          .then(function (answer) { return answer.ok && !answer.redirected ? answer.text() : null; })
          .then(function (html) {
            var now = html && new DOMParser().parseFromString(html, "text/html").getElementById(shown.id);
            if (now) {
              shown.replaceWith(document.importNode(now, true));
              follow();
            }
          })
          .catch(follow);
      }, 3000);
    }
  }

  /* How long a decision can still be undone; afterwards nobody is offered it. */
  function countDown() {
    each("[data-left]", function (shown) {
      var end = Date.now() + Number(shown.getAttribute("data-left")) * 1000;
      var ticking = setInterval(function () {
        var left = Math.ceil((end - Date.now()) / 1000);
        if (left > 0) {
          shown.textContent = shown.getAttribute("data-text").replace("{0}", left);
        } else {
          clearInterval(ticking);
          shown.textContent = shown.getAttribute("data-over");
          each('[data-key="u"]', function (button) { button.remove(); });
        }
      }, 1000);
    });
  }

  function rowLinks() {
    return Array.prototype.slice.call(document.querySelectorAll("table[data-rows] tbody tr td:first-child a"));
  }

  function moveRow(step) {
    var links = rowLinks();
    if (links.length) {
      var at = links.indexOf(document.activeElement);
      var next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step));
      links[next].focus();
    }
  }

  /* Single keys can be turned off: who speaks to the machine, or slips, would do things without meaning to (WCAG 2.1.4). */
  var SINGLE_KEYS = "chengxin.keys";

  function singleKeys() {
    return localStorage.getItem(SINGLE_KEYS) !== "off";
  }

  function showHelp() {
    var help = document.getElementById("keys");
    var single = document.getElementById("single-keys");
    single.checked = singleKeys();
    help.showModal();
  }

  /* To the first field of the decision; with a value, that choice is made and what it asks for next is reached. */
  function toDecision(value) {
    var choice = value && document.querySelector('.decision [data-field="outcome"] input[value="' + value + '"]');
    if (choice) {
      choice.checked = true;
      choice.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (value && !choice) {
      return false;
    }
    var from = choice ? choice.closest("[data-field]") : null;
    var fields = document.querySelectorAll(".decision [data-field]:not([hidden])");
    for (var i = 0; i < fields.length; i++) {
      var behind = !from || from.compareDocumentPosition(fields[i]) & Node.DOCUMENT_POSITION_FOLLOWING;
      var input = fields[i].querySelector("input, select, textarea");
      if (behind && input) {
        input.focus();
        return true;
      }
    }
    return false;
  }

  function isTyping(element) {
    var ticked = element.type === "checkbox" || element.type === "radio" || element.type === "submit" || element.type === "button";
    return element.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && !ticked);
  }

  function onKey(event) {
    var help = document.getElementById("keys");
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    if (event.key === "?" && help && !help.open) {
      event.preventDefault();
      showHelp();
      return;
    }
    if ((help && help.open) || !singleKeys()) {
      return;
    }
    // a key that is held would press the buttons of the page that comes next, too
    if (event.repeat && !/^(j|k|ArrowDown|ArrowUp)$/.test(event.key)) {
      event.preventDefault();
      return;
    }
    var onRow = rowLinks().indexOf(document.activeElement) >= 0;
    if (event.key === "j" || event.key === "k") {
      moveRow(event.key === "j" ? 1 : -1);
    } else if (onRow && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      moveRow(event.key === "ArrowDown" ? 1 : -1);
    } else if (onRow && event.key === "o") {
      document.activeElement.click();
    } else if (event.key === "d" || event.key === "t") {
      if (toDecision(event.key === "t" ? "return" : null)) {
        event.preventDefault();
      }
    } else if (/^[a-z/]$/.test(event.key)) {
      var target = document.querySelector('[data-key="' + event.key + '"]');
      if (!target) {
        return;
      }
      event.preventDefault();
      if (target.tagName === "INPUT" && !/^(submit|button)$/.test(target.type)) {
        target.focus();
      } else {
        target.click();
        openedField(target);
      }
    }
  }

  /* Who opens a part of the form by its key goes on in its first field. */
  function openedField(summary) {
    var first = summary.tagName === "SUMMARY" && summary.parentElement.open
      && summary.parentElement.querySelector("select, input:not([type=hidden]), textarea");
    if (first) {
      first.focus();
    }
  }

  function keys() {
    document.addEventListener("keydown", onKey);
    each("[data-key]", function (target) {
      target.setAttribute("aria-keyshortcuts", target.getAttribute("data-key"));
    });
    var single = document.getElementById("single-keys");
    if (single) {
      single.addEventListener("change", function () {
        localStorage.setItem(SINGLE_KEYS, single.checked ? "on" : "off");
      });
      document.getElementById("keys-open").addEventListener("click", showHelp);
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    files();
    follow();
    countDown();
    showAskedFor();
    document.addEventListener("change", showAskedFor);
    keys();
    each("[data-fill]", function (button) {
      button.addEventListener("click", function () {
        document.getElementById(button.getAttribute("data-fill")).value = button.getAttribute("data-value");
        document.getElementById("password").focus();
      });
    });
    each(".diagram", function (box) {
      var here = box.querySelector(".token");
      if (here) {
        box.scrollLeft = here.getBoundingClientRect().left - box.getBoundingClientRect().left - box.clientWidth / 2;
      }
    });
    var first = document.querySelector("[data-focus]");
    if (first) {
      first.focus();
    }
  });
})();
