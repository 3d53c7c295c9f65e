// A small ledger with records of every kind, written by hand, behind a server on a port of its own.
#pragma once
#include <gtest/gtest.h>
#include <httplib.h>

#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "annals/record.h"
#include "annals/story.h"
#include "server/document.h"
#include "server/server.h"
#include "support/fixture.h"

namespace annals::support {

using nlohmann::json;

// The words `text` where they first stand in the story.
Words words_in(const Story& story, const std::string& text);

// Two stories: "convoy" has one record of each kind, and "hostile" says in every field what an attacker would.
Story convoy_story();
std::vector<Record> convoy_records(const Story& story);
Story hostile_story();
std::vector<Record> hostile_records(const Story& story);

// A file with both.
void write_ledger(const std::string& path);

struct Served {
  explicit Served(ServeOptions options) : server(std::move(options)) {
    server.bind();
    thread = std::thread([this] { server.run(); });
    client = std::make_unique<httplib::Client>("127.0.0.1", server.port());
    client->set_keep_alive(true);
  }
  ~Served() {
    client.reset();
    server.stop();
    thread.join();
  }

  Server server;
  std::thread thread;
  std::unique_ptr<httplib::Client> client;
};

// The suite's ledger and server, made once.
class ServedLedger : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    write_ledger(folder_->path("test.db"));
    served_ = std::make_unique<Served>(options());
  }
  static void TearDownTestSuite() {
    served_.reset();
    folder_.reset();
  }

  static ServeOptions options() {
    ServeOptions options;
    options.ledger = folder_->path("test.db");
    options.port = 0;
    options.write = true;
    options.version = "test";
    return options;
  }

  static httplib::Result get(const std::string& path, const httplib::Headers& headers = {}) {
    return served_->client->Get("/api/v1" + path, headers);
  }
  // The JSON under `path`, of which the status must be 200.
  static json read(const std::string& path) {
    const auto result = get(path);
    if (!result) throw std::runtime_error(path + ": " + httplib::to_string(result.error()));
    EXPECT_EQ(result->status, 200) << path << ": " << result->body;
    return json::parse(result->body);
  }
  static httplib::Result post(const std::string& path, const json& body, httplib::Headers headers = {}) {
    return served_->client->Post("/api/v1" + path, headers, body.dump(), "application/json");
  }
  static httplib::Result correct(const json& body) { return post("/corrections", body, {{"X-Annals-Write", "1"}}); }

  static inline std::unique_ptr<TemporaryFolder> folder_;
  static inline std::unique_ptr<Served> served_;
};

}  // namespace annals::support
