export default { input: ['resources/js/app.js', 'resources/css/app.css'] };
