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

  function moveRow(step) {
    var links = Array.prototype.slice.call(document.querySelectorAll("table[data-rows] tbody tr td:first-child a"));
    if (links.length) {
      var at = links.indexOf(document.activeElement);
      var next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step));
      links[next].focus();
    }
  }

  function onKey(event) {
    var ticked = event.target.type === "checkbox" || event.target.type === "radio";
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && !ticked;
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    var help = document.getElementById("keys");
    if (event.key === "?" && help) {
      help.showModal();
    } else if (event.key === "j" || event.key === "k") {
      moveRow(event.key === "j" ? 1 : -1);
    } else if (/^[a-z/]$/.test(event.key) && !(help && help.open)) {
      var target = document.querySelector('[data-key="' + event.key + '"]');
      if (!target) {
        return;
      }
      event.preventDefault();
      if (target.tagName === "INPUT") {
        target.focus();
      } else {
        target.click();
      }
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    files();
    follow();
    showAskedFor();
    document.addEventListener("change", showAskedFor);
    document.addEventListener("keydown", onKey);
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
