document.documentElement.dataset.version = '0.9.0';
