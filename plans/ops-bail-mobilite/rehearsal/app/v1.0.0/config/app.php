<?php

return [
    'name' => 'Ops',
    'version' => '1.0.0',
    'timezone' => 'Europe/Paris',
    'locale' => 'fr',
];
