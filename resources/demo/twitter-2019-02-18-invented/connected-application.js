window.YTD.connected_application.part0 = [
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Klout",
        "url" : "http://klout.com"
      },
      "name" : "Klout",
      "description" : "Measures how much influence you have, from 1 to 100.",
      "permissions" : [
        "read",
        "write"
      ],
      "approvedAtMsec" : "1299229964000",
      "id" : "105201"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Empire Avenue",
        "url" : "http://empireavenue.com"
      },
      "name" : "Empire Avenue",
      "description" : "Buy and sell shares in people.",
      "permissions" : [
        "read",
        "write"
      ],
      "approvedAtMsec" : "1308592990000",
      "id" : "118340"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "PeerIndex",
        "url" : "http://www.peerindex.com"
      },
      "name" : "PeerIndex",
      "description" : "Find out what you are an authority on.",
      "permissions" : [
        "read",
        "write"
      ],
      "approvedAtMsec" : "1314949531000",
      "id" : "129077"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Kred",
        "url" : "http://kred.com"
      },
      "name" : "Kred",
      "description" : "Influence and outreach, scored.",
      "permissions" : [
        "read"
      ],
      "approvedAtMsec" : "1321388402000",
      "id" : "141555"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Feather Deck (invented)",
        "url" : "https://featherdeck.example"
      },
      "name" : "Feather Deck",
      "description" : "Six columns of timelines side by side.",
      "permissions" : [
        "read",
        "write",
        "directmessages"
      ],
      "approvedAtMsec" : "1282044600000",
      "id" : "101889"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Snapjar (invented)",
        "url" : "https://snapjar.example"
      },
      "name" : "Snapjar",
      "description" : "Photos for your timeline.",
      "permissions" : [
        "read",
        "write"
      ],
      "approvedAtMsec" : "1293224935000",
      "id" : "109413"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Plumline Works (invented)",
        "url" : "https://plumline.example",
        "privacyPolicyUrl" : "https://plumline.example/privacy",
        "termsAndConditionsUrl" : "https://plumline.example/terms"
      },
      "name" : "Plumline Scheduler",
      "description" : "Writes now, posts later.",
      "permissions" : [
        "read",
        "write"
      ],
      "approvedAtMsec" : "1399363217000",
      "id" : "188204"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Who Left Me (invented)"
      },
      "name" : "Who Left Me",
      "description" : "Tells you every Monday who stopped following you.",
      "permissions" : [
        "read",
        "write"
      ],
      "approvedAtMsec" : "1357749689000",
      "id" : "163720"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Badger Fun (invented)",
        "url" : "http://fortunebadger.example"
      },
      "name" : "Daily Fortune Badger",
      "description" : "",
      "permissions" : [
        "read",
        "write"
      ],
      "approvedAtMsec" : "1343692501000",
      "id" : "171006"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Milepost Apps (invented)",
        "url" : "https://milepost.example"
      },
      "name" : "Milepost Running",
      "description" : "Posts your runs.",
      "permissions" : [
        "read",
        "write"
      ],
      "approvedAtMsec" : "1366524940000",
      "id" : "176631"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Harbour News (invented)",
        "url" : "https://harbournews.example",
        "privacyPolicyUrl" : "https://harbournews.example/privacy",
        "termsAndConditionsUrl" : "https://harbournews.example/terms"
      },
      "name" : "Harbour News Reader",
      "description" : "Sign in to comment.",
      "permissions" : [
        "read"
      ],
      "approvedAtMsec" : "1328988428000",
      "id" : "152298"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Straw Vote (invented)"
      },
      "name" : "Straw Vote",
      "description" : "Polls before there were polls.",
      "permissions" : [
        "read",
        "write"
      ],
      "approvedAtMsec" : "1443874332000",
      "id" : "193377"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {},
      "name" : "Twitter for Example Phones",
      "description" : "",
      "permissions" : [
        "read",
        "write",
        "directmessages"
      ],
      "approvedAtMsec" : "1348049410000",
      "id" : "258901"
    }
  }
]
