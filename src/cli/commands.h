// The subcommands, a file each. Each function adds its options to the command line and what is to run; the exit status
// goes to `status`.
#pragma once
#include <CLI/CLI.hpp>

namespace annals::cli {

inline constexpr int kAllDone = 0;
inline constexpr int kSomeRefused = 1;  // some input was refused and the rest is done
inline constexpr int kNothingDone = 2;

void add_read(CLI::App& app, int& status);
void add_add(CLI::App& app, int& status);
void add_annotate(CLI::App& app, int& status);
void add_pairs(CLI::App& app, int& status);
void add_explain(CLI::App& app, int& status);
void add_model(CLI::App& app, int& status);
void add_serve(CLI::App& app, int& status);
void add_corrections(CLI::App& app, int& status);
void add_agreement(CLI::App& app, int& status);
void add_records(CLI::App& app, int& status);  // events, statements, figures, movements, talks, roles
void add_stories(CLI::App& app, int& status);
void add_show(CLI::App& app, int& status);
void add_timeline(CLI::App& app, int& status);
void add_dyads(CLI::App& app, int& status);
void add_chart(CLI::App& app, int& status);
void add_sql(CLI::App& app, int& status);
void add_export(CLI::App& app, int& status);

}  // namespace annals::cli
