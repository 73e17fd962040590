// Where the browser is too old for the script above.
setTimeout(function () { if (!window.updatesItself) location.reload(); }, 15000);
