<?php

// As on many production servers: a compiled view is trusted until `view:clear` or `view:cache`.
return [
    'check_cache_timestamps' => 'false',
];
