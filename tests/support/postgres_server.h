// A PostgreSQL server of a test's own, on a Unix socket in a temporary folder.
#pragma once
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace annals::support {

class PostgresServer {
 public:
  static constexpr const char* kPrograms = "/usr/lib/postgresql/15/bin/";

  static bool installed() { return std::filesystem::exists(std::string(kPrograms) + "initdb"); }

  // `folder` is one that everybody may enter: the server refuses the superuser, and runs as another user then.
  explicit PostgresServer(const std::string& folder) : folder_(folder) {
    std::filesystem::create_directory(folder_);
    if (::geteuid() == 0) {
      const passwd* user = ::getpwnam("postgres");
      if (user == nullptr) user = ::getpwnam("nobody");
      if (user == nullptr || ::chown(folder_.c_str(), user->pw_uid, user->pw_gid) != 0) return;
      as_ = std::string("runuser -u ") + user->pw_name + " -- ";
    }
    std::filesystem::permissions(folder_, std::filesystem::perms::all);
    running_ = run("initdb -D " + folder_ + "/data -U annals --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync") &&
               run("pg_ctl -D " + folder_ + "/data -w -l " + folder_ + "/log -o \"-k " + folder_ +
                   " -c listen_addresses='' -c fsync=off\" start") &&
               run("createdb -h " + folder_ + " -U annals news");
  }
  ~PostgresServer() {
    if (running_) run("pg_ctl -D " + folder_ + "/data -m immediate stop");
  }
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  bool running() const { return running_; }
  std::string url(const std::string& role = "annals") const {
    return "postgresql://" + role + "@/news?host=" + folder_;
  }

  // A program of the server's, with its words.
  bool run(const std::string& command) const {
    return std::system(("cd / && " + as_ + kPrograms + command + " >/dev/null 2>&1").c_str()) == 0;
  }

 private:
  std::string folder_;
  std::string as_;
  bool running_ = false;
};

}  // namespace annals::support
