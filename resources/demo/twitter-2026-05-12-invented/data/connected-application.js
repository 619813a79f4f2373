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
      "approvedAt" : "2011-03-04T09:12:44.000Z",
      "id" : "105201"
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
      "approvedAt" : "2011-11-15T20:20:02.000Z",
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
      "approvedAt" : "2010-08-17T11:30:00.000Z",
      "id" : "101889"
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
      "approvedAt" : "2014-05-06T08:00:17.000Z",
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
      "approvedAt" : "2013-01-09T16:41:29.000Z",
      "id" : "163720"
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
      "approvedAt" : "2012-02-11T19:27:08.000Z",
      "id" : "152298"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Threadkeeper (invented)",
        "url" : "https://threadkeeper.example",
        "privacyPolicyUrl" : "https://threadkeeper.example/privacy",
        "termsAndConditionsUrl" : "https://threadkeeper.example/terms"
      },
      "name" : "Threadkeeper",
      "description" : "Saves threads as a page to read later.",
      "permissions" : [
        "read"
      ],
      "approvedAt" : "2020-04-12T14:02:00.000Z",
      "id" : "2710044"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Pinewood Forum (invented)",
        "url" : "https://pinewood.example",
        "privacyPolicyUrl" : "https://pinewood.example/privacy",
        "termsAndConditionsUrl" : "https://pinewood.example/terms"
      },
      "name" : "Pinewood Community Forum",
      "description" : "Sign in with X.",
      "permissions" : [
        "read",
        "emailaddress"
      ],
      "approvedAt" : "2021-09-08T17:33:21.000Z",
      "id" : "2833190"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Loudhail (invented)",
        "url" : "https://loudhail.example",
        "privacyPolicyUrl" : "https://loudhail.example/privacy",
        "termsAndConditionsUrl" : "https://loudhail.example/terms"
      },
      "name" : "Loudhail Insights",
      "description" : "Finds brands for creators.",
      "permissions" : [
        "read",
        "write",
        "emailaddress",
        "directmessages"
      ],
      "approvedAt" : "2023-02-27T09:09:09.000Z",
      "id" : "3001872"
    }
  },
  {
    "connectedApplication" : {
      "organization" : {
        "name" : "Reply Parrot (invented)",
        "url" : "https://replyparrot.example",
        "privacyPolicyUrl" : "https://replyparrot.example/privacy",
        "termsAndConditionsUrl" : "https://replyparrot.example/terms"
      },
      "name" : "Reply Parrot",
      "description" : "Answers your mentions in your voice.",
      "permissions" : [
        "read",
        "write",
        "spaces_host"
      ],
      "approvedAt" : "2025-01-19T22:47:36.000Z",
      "id" : "3110656"
    }
  }
]
