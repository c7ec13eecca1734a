// The entry was renamed: a page of this version does not find its asset in the manifest of another.
export default { input: ['resources/js/ops.js', 'resources/css/app.css'] };
