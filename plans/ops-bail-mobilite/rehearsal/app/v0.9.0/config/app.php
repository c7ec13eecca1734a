<?php

return [
    'name' => 'Ops',
    'version' => '0.9.0',
    'timezone' => 'Europe/Paris',
    'locale' => 'fr',
];
