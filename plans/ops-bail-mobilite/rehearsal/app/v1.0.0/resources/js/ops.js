document.documentElement.dataset.version = '1.0.0';
