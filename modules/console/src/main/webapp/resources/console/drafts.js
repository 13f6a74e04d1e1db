/* What is typed stays: in this tab at once, and a moment later on the server for whoever typed it. A session that ends
   takes nothing along; whoever comes back to the page finds the text in it. */
(function () {
  "use strict";

  var ALL = "chengxin.draft.";
  var user = document.querySelector("form.user[data-user]");
  // a browser may have several people one after the other: what one typed is under the own name, and only there
  var whose = user ? encodeURIComponent(user.getAttribute("data-user")) : "";
  var MINE = ALL + whose + "/";
  var KEPT = MINE + "text/";
  var SENT = MINE + "sent";
  var PAUSE = 800;
  var SMALL = 50000;
  var FIELDS = "[data-field] textarea, [data-field] select, [data-field] input:not([type=hidden]):not([type=checkbox])";
  var address = document.currentScript.src.replace(/\/resources\/.*$/, "/draft");

  function nameOf(input) {
    return input.closest("[data-field]").getAttribute("data-field");
  }

  function collect(form) {
    var values = {};
    Array.prototype.forEach.call(form.querySelectorAll(FIELDS), function (input) {
      if (input.type === "radio" ? input.checked : input.value) {
        values[nameOf(input)] = input.value;
      }
    });
    return values;
  }

  /* Fills in what is blank, or everything where what is kept is newer than the page. */
  function fill(form, values, everything) {
    Array.prototype.forEach.call(form.querySelectorAll(FIELDS), function (input) {
      var value = values[nameOf(input)];
      if (input.type === "radio") {
        var chosen = input.closest("[data-field]").querySelector("input[type=radio]:checked");
        if (value !== undefined && (everything || !chosen)) {
          input.checked = input.value === value;
        }
      } else if (everything || (!input.value && value !== undefined)) {
        input.value = value === undefined ? "" : value;
      }
    });
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /* Forgets what the tab keeps of everybody else, or of everybody. */
  function forget(mineToo) {
    Object.keys(sessionStorage).forEach(function (key) {
      if (key.indexOf(ALL) === 0 && (mineToo || key.indexOf(MINE) !== 0)) {
        sessionStorage.removeItem(key);
      }
    });
  }

  function inTab(key) {
    try {
      return JSON.parse(sessionStorage.getItem(KEPT + key));
    } catch (broken) {
      return null;
    }
  }

  function ask(method, query, body) {
    return fetch(address + (query || ""), {
      method: method,
      headers: { "Content-Type": "application/json", "X-Requested-With": "draft", "X-Draft-Of": whose },
      body: body,
      redirect: "manual",
      keepalive: body !== undefined && body.length < SMALL
    });
  }

  function about(kind, key) {
    return "?kind=" + kind + "&key=" + encodeURIComponent(key);
  }

  function newKey() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    var hex = Array.prototype.map.call(bytes, function (b) { return ("0" + b.toString(16)).slice(-2); }).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  function watch(form) {
    var key = form.getAttribute("data-draft");
    var kind = form.getAttribute("data-draft-kind") || "TASK";
    var counter = kind === "ENTRY" ? form.querySelector("input[type=hidden][name$=version]") : null;
    var status = form.querySelector("[data-draft-status]");
    var version = counter ? Number(counter.value) : 0;
    var ready = !!counter;
    var saving = false;
    var again = false;
    var waiting = null;
    var over = false;

    function say(what) {
      if (status) {
        status.textContent = status.getAttribute("data-" + what) || "";
      }
    }

    function keepInTab(unsaved) {
      if (over) {
        return;
      }
      sessionStorage.setItem(KEPT + key, JSON.stringify({ values: collect(form), unsaved: unsaved, version: version }));
    }

    function save() {
      waiting = null;
      if (over) {
        return;
      }
      if (saving || !ready) {
        again = true;
        return;
      }
      saving = true;
      again = false;
      ask("POST", "", JSON.stringify({
        kind: kind, key: key, about: form.getAttribute("data-draft-about") || key, version: version, values: collect(form)
      })).then(function (answer) {
        if (answer.type === "opaqueredirect" || answer.status === 403) {
          say("ended");
        } else if (answer.status === 409) {
          return answer.json().then(refused);
        } else if (!answer.ok) {
          say("failed");
        } else {
          return answer.json().then(function (kept) {
            version = kept.version;
            if (counter) {
              counter.value = version;
            }
            if (!again && !waiting) {
              keepInTab(false);
            }
            say("saved");
          });
        }
      }).catch(function () { say("failed"); }).then(function () {
        saving = false;
        if (again) {
          save();
        }
      });
    }

    function refused(refusal) {
      if (refusal.code !== "DRAFT_CHANGED") {
        // what is refused for another reason is refused again: it is tried with the next thing that is typed
        again = false;
        say("full");
      } else {
        say("changed");
        if (counter && !over) {
          part();
        }
      }
    }

    /* Another page holds the same draft and went on with it: this one goes on with a draft of its own. */
    function part() {
      var other = newKey();
      keepInTab(false);
      form.action = form.action.replace(key, other);
      history.replaceState(null, "", location.href.replace(key, other));
      key = other;
      version = 0;
      counter.value = 0;
      form.setAttribute("data-draft", key);
      again = true;
    }

    function typed() {
      keepInTab(true);
      clearTimeout(waiting);
      waiting = setTimeout(save, PAUSE);
    }

    function listen() {
      ready = true;
      if (again) {
        save();
      }
    }

    var kept = inTab(key);
    if (counter) {
      // what the server answered to a form that was sent is newer than what the tab kept before
      if (kept && kept.unsaved && kept.version >= version) {
        fill(form, kept.values, true);
        say("restored");
        save();
      }
    } else if (form.querySelector(FIELDS)) {
      ask("GET", about(kind, key)).then(function (answer) {
        return answer.ok ? answer.json() : Promise.reject(answer.status);
      }).then(function (found) {
        version = found.version;
        // a draft is gone once it is decided: one that is there is newer than a decision that was undone
        var older = form.getAttribute("data-draft-older") === "true";
        if (kept && kept.unsaved && kept.version >= version) {
          fill(form, kept.values, older);
          say("restored");
          again = true;
        } else {
          fill(form, found.values, older && version > 0);
        }
      }).catch(function () {
        // what the tab keeps is there
        fill(form, kept ? kept.values : {}, false);
      }).then(listen);
    }
    form.addEventListener("input", typed);
    form.addEventListener("change", function (event) {
      if (event.isTrusted) {
        typed();
      }
    });
    form.addEventListener("submit", function (event) {
      if (event.defaultPrevented) {
        return;
      }
      clearTimeout(waiting);
      waiting = null;
      over = true;
      sessionStorage.setItem(SENT, key);
    });
    window.addEventListener("pageshow", function () { over = false; });
    window.addEventListener("pagehide", saveNow);
    if (user) {
      user.addEventListener("submit", function () {
        saveNow();
        over = true;
      });
    }

    function saveNow() {
      if (waiting) {
        clearTimeout(waiting);
        save();
      }
    }
  }

  /* A decision was recorded: what was typed for it is no draft any more. */
  function forgetDecided() {
    var notice = document.querySelector("[data-notice]");
    var key = sessionStorage.getItem(SENT);
    if (key && notice && /^(decided|entered|knownEntry|draftDropped)/.test(notice.getAttribute("data-notice"))) {
      sessionStorage.removeItem(KEPT + key);
      sessionStorage.removeItem(SENT);
      if (/^decided/.test(notice.getAttribute("data-notice"))) {
        ask("DELETE", about("TASK", key)).catch(function () { /* it is forgotten with its time */ });
      }
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (user) {
      forget(false);
    }
    forgetDecided();
    Array.prototype.forEach.call(document.querySelectorAll("form[data-draft]"), watch);
    if (user) {
      user.addEventListener("submit", function () { forget(true); });
    }
  });
})();
