/* The print button of every page. The browser's own command (Ctrl+P) prints the same paper. */
(function () {
  "use strict";

  var SHOWN = "print-hint-shown";

  /* Storage may be switched off, or full: then the hint simply comes again. */
  function remember(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch (error) {
      /* nothing to do */
    }
  }

  function recall(key) {
    try {
      return localStorage.getItem(key);
    } catch (error) {
      return null;
    }
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    if (text) {
      made.textContent = text;
    }
    return made;
  }

  function button(text, action) {
    var made = element("button", "", text);
    made.type = "button";
    made.addEventListener("click", action);
    return made;
  }

  /* Once: the browser would print its own title and address over the margins. */
  function withHint(print, cancel) {
    var dialog = element("dialog", "print-hint tool");
    var confirmed = false;
    if (recall(SHOWN) || !dialog.showModal) {
      print();
      return;
    }
    dialog.setAttribute("aria-label", "Trước khi in");
    dialog.append(
      element(
        "p",
        "",
        "Trong hộp thoại in, bỏ chọn «Đầu trang và chân trang» (Headers and footers), " +
          "lề để «Mặc định», tỷ lệ 100. Lời nhắc này chỉ hiện một lần.",
      ),
      button("Đã rõ, in", function () {
        confirmed = true;
        remember(SHOWN, "1");
        dialog.close();
        print();
      }),
    );
    dialog.addEventListener("close", function () {
      dialog.remove();
      if (!confirmed) {
        cancel();
      }
    });
    document.querySelector("article").append(dialog);
    dialog.showModal();
  }

  /* Browsers fetch rules for print last of all, Firefox even after the page is done. */
  function whenRulesAreThere(action) {
    var link = document.querySelector("link.paper-rules");
    if (link.sheet) {
      action();
    } else {
      link.addEventListener("load", action, { once: true });
    }
  }

  window.papers = {
    button: button,
    element: element,
    recall: recall,
    remember: remember,
    whenRulesAreThere: whenRulesAreThere,
    print: function (cancel) {
      withHint(
        function () {
          whenRulesAreThere(function () {
            window.print();
          });
        },
        cancel || function () {},
      );
    },
  };

  /* The line at the foot of the sheets: page margins take texts from style sheets only. */
  document.querySelectorAll(".sheet[data-stamp]").forEach(function (sheet) {
    var name = "--stamp-" + sheet.dataset.slot;
    document.documentElement.style.setProperty(name, JSON.stringify(sheet.dataset.stamp));
  });

  document.querySelectorAll(".print-page").forEach(function (made) {
    made.addEventListener("click", function () {
      window.papers.print();
    });
  });
})();
