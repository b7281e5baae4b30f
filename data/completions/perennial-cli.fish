# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of perennial-cli for fish.

set -l commands templates new check columns replay explain simulate discover layout export diff merge convert
set -l none "not __fish_seen_subcommand_from $commands"
set -l log '__fish_seen_subcommand_from replay explain discover'

complete -c perennial-cli -s h -l help -d 'Show help'
complete -c perennial-cli -n $none -f -l version -d 'Show the version'
complete -c perennial-cli -n $none -f -a templates -d 'List the built-in maps'
complete -c perennial-cli -n $none -f -a new -d 'Begin a map from a built-in one'
complete -c perennial-cli -n $none -f -a check -d 'List everything that is wrong with a map'
complete -c perennial-cli -n $none -f -a columns -d 'Show how a log would be read'
complete -c perennial-cli -n $none -f -a replay -d 'Replay a log through a map'
complete -c perennial-cli -n $none -f -a simulate -d 'Simulate the customers to come'
complete -c perennial-cli -n $none -f -a explain -d 'Explain one customer’s way through a map'
complete -c perennial-cli -n $none -f -a discover -d 'Make a first map of a log'
complete -c perennial-cli -n $none -f -a layout -d 'Place the stages of a map'
complete -c perennial-cli -n $none -f -a export -d 'Draw a map'
complete -c perennial-cli -n $none -f -a diff -d 'Say what is different between two maps'
complete -c perennial-cli -n $none -f -a merge -d 'Merge two maps that came from one'
complete -c perennial-cli -n $none -f -a convert -d 'Turn an XES log into CSV'

complete -c perennial-cli -n '__fish_seen_subcommand_from new' -x -l template -d 'Which one' \
    -a "(perennial-cli templates 2>/dev/null | string match -r '^[^ ]+')"
complete -c perennial-cli -n '__fish_seen_subcommand_from new replay simulate discover layout export merge convert' \
    -r -s o -l output -d 'Where to write it'
complete -c perennial-cli -n '__fish_seen_subcommand_from check columns diff' -l json -d 'As JSON'

complete -c perennial-cli -n '__fish_seen_subcommand_from replay' -x -l as-of -d 'End of observation'
complete -c perennial-cli -n '__fish_seen_subcommand_from replay' -x -l format -a 'text json csv' -d 'Format of the report'
complete -c perennial-cli -n '__fish_seen_subcommand_from replay' -r -l rejects -d 'Write the rejected rows'
complete -c perennial-cli -n '__fish_seen_subcommand_from replay' -r -l customers-table -d 'What is known of the customers'
complete -c perennial-cli -n '__fish_seen_subcommand_from replay' -x -l customers-key -d 'Its column of the customer'
complete -c perennial-cli -n '__fish_seen_subcommand_from replay' -x -l threads -d 'How many threads'
complete -c perennial-cli -n '__fish_seen_subcommand_from simulate' -x -l customers -d 'How many customers'
complete -c perennial-cli -n '__fish_seen_subcommand_from simulate' -x -l horizon -d 'How long'
complete -c perennial-cli -n '__fish_seen_subcommand_from simulate' -x -l seed -d 'Key of the random numbers'
complete -c perennial-cli -n '__fish_seen_subcommand_from simulate' -l expected -d 'Expected values in closed form'
complete -c perennial-cli -n '__fish_seen_subcommand_from simulate' -x -l format -a 'text json csv' -d 'Format of the report'
complete -c perennial-cli -n '__fish_seen_subcommand_from simulate' -x -l threads -d 'How many threads'
complete -c perennial-cli -n '__fish_seen_subcommand_from explain' -x -l customer-id -d 'Whose rows are explained'
complete -c perennial-cli -n '__fish_seen_subcommand_from discover' -x -l keep -d 'Share of all moves to cover'

complete -c perennial-cli -n $log -x -l customer -d 'Column of the customer'
complete -c perennial-cli -n $log -x -l event -d 'Column of the event'
complete -c perennial-cli -n $log -x -l time -d 'Column of the time'
complete -c perennial-cli -n $log -x -l time-format -d 'How times are written'
complete -c perennial-cli -n $log -x -l zone -d 'Zone of times that state none'
complete -c perennial-cli -n $log -x -l delimiter -d 'Between cells'
complete -c perennial-cli -n $log -x -l encoding -a 'UTF-8 UTF-16LE UTF-16BE WINDOWS-1252' -d 'Encoding of the file'
complete -c perennial-cli -n $log -l no-header -d 'The first row is data'
complete -c perennial-cli -n $log -x -l stage-column -d 'Column of the stage'
complete -c perennial-cli -n $log -x -l trigger-column -d 'Column of the trigger'

set -l export '__fish_seen_subcommand_from export'
complete -c perennial-cli -n $export -r -l report -d 'Show the numbers of a report'
complete -c perennial-cli -n $export -x -l scale -d 'Pixels for a unit of the map'
complete -c perennial-cli -n $export -x -l width -d 'Width in pixels'
complete -c perennial-cli -n $export -x -l height -d 'Height in pixels'
complete -c perennial-cli -n $export -x -l slide -a '16:9 4:3' -d 'As large as a slide'
complete -c perennial-cli -n $export -x -l dpi -d 'Dots per inch'
complete -c perennial-cli -n $export -x -l background -a none -d 'The ground'
complete -c perennial-cli -n $export -x -l theme -a 'light dark print' -d 'Colours'
complete -c perennial-cli -n $export -l title -d 'With the title'
complete -c perennial-cli -n $export -l legend -d 'With the legend'
complete -c perennial-cli -n $export -x -l frame -d 'Only this frame'
complete -c perennial-cli -n $export -l frames -d 'Each frame'
complete -c perennial-cli -n $export -l embed -d 'Put the map into the picture'
