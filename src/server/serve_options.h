// What `annals serve` may be told.
#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace annals {

struct ServeOptions {
  std::string ledger;  // path of the SQLite file
  std::string model;   // path of the model file; empty: /read is off
  std::optional<std::filesystem::path> lexicon;

  std::string address = "127.0.0.1";
  int port = 8080;                 // 0: any that is free
  std::vector<std::string> hosts;  // further names by which clients may call this server
  std::string token;               // empty: none is asked for
  bool write = false;              // whether corrections may be added
  std::string version;             // of annals, for /health and /ledger
  // Told the next link when one was used, where a token is asked for.
  std::function<void(const std::string& link)> on_link;

  // Limits. Connections beyond `connections` wait until one ends; requests beyond `running` wait for `patience`, and
  // are then told to come back.
  std::size_t connections = 512;
  unsigned running = 0;  // requests worked on at once; 0: twice the cores
  double patience_seconds = 5;
  double query_seconds = 10;  // for one answer
  std::size_t body_bytes = 1 << 20;
  std::size_t target_bytes = 4096;     // path and query
  std::size_t read_bytes = 200'000;    // text of a story to read
  std::size_t kept_bytes = 64 << 20;   // answers kept for the next who asks the same
  std::size_t found_bytes = 64 << 20;  // and what searches found, for other questions with the same filter
};

}  // namespace annals
